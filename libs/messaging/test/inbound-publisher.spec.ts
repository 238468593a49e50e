import { randomBytes } from 'node:crypto';

import { alertReported } from '@itops/contracts';
import { Misconfigured, SystemClock, TooLarge, Unavailable } from '@itops/kit';
import { eventually } from '@itops/testing';

import { InboundPublisher } from '../src';
import { type EventTransport } from '../src/port';
import { CLIENT_NAMES } from '../src/transports/offered';
import { cause } from './messaging-app';
import { declared, Subject } from './transports/subject';

describe.each(CLIENT_NAMES)('what a tool is told of its report (%s)', (client) => {
  let subject: Subject;

  beforeEach(() => {
    subject = new Subject(client);
  });
  afterEach(() => subject.close());

  const report = (transport: EventTransport, ...texts: string[]) =>
    new InboundPublisher(transport, new SystemClock(), 'spec-svc').publish(
      alertReported,
      texts.map((text, index) => ({ id: `report-${index}`, key: 'k', data: { text } })),
      cause,
    );

  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('that is too large for the broker: which one, and to shorten it', async () => {
    const transport = await subject.connect();
    await eventually(() => transport.ensureTopics([declared(alertReported.topic.name)]));
    const failure = await failureOf(report(transport, 'short', randomBytes(900_000).toString('base64')));
    expect(failure).toBeInstanceOf(TooLarge);
    expect(failure).toMatchObject({
      status: 413,
      message: expect.stringMatching(/largest of 2 is number 2, with 1\d{6} bytes/),
    });
    expect(await report(transport, 'short')).toEqual([{ eventId: 'report-0' }]);
  });

  it('when its topic is missing: that it is for the operator, not to repeat it', async () => {
    const failure = await failureOf(report(await subject.connect(), 'short'));
    expect(failure).toBeInstanceOf(Misconfigured);
    expect(failure).toMatchObject({ status: 503, message: expect.stringContaining(alertReported.topic.name) });
    expect(String(failure)).not.toMatch(/again/i);
  });

  it('when nobody answers: to send it again', async () => {
    const failure = await failureOf(report(await subject.connect({ brokers: ['127.0.0.1:1'] }), 'short'));
    expect(failure).toBeInstanceOf(Unavailable);
    expect(String(failure)).toContain('Send it again with the same id');
  });
});
