import {
  defineEvent,
  defineUpcaster,
  domainEvents,
  domainTopics,
  eventCatalogue,
  inboundEvents,
} from '@itops/contracts';
import { newId } from '@itops/kit';
import { createTestDatabase, eventually, type TestDatabase } from '@itops/testing';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Type } from '@sinclair/typebox';

import { ConsumeEvents, type EventBatch } from '../src';
import { cause, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

const base = { topic: domainTopics.ci, aggregate: 'ci', summary: 'A name was given.' };
const named1 = defineEvent({ ...base, type: 'itops.ci.named.v1', schema: Type.Object({ name: Type.String() }) });
const named2 = defineEvent({
  ...base,
  type: 'itops.ci.named.v2',
  schema: Type.Object({ label: Type.Object({ text: Type.String() }) }),
});
/** Of a producer that was upgraded before this reader. */
const named3 = defineEvent({ ...base, type: 'itops.ci.named.v3', schema: Type.Object({ labels: Type.Any() }) });

/** A build that publishes v2 and has kept v1 to read it. */
const mockReader = eventCatalogue({
  domainEvents: [...domainEvents, named2],
  inboundEvents,
  upcasters: [defineUpcaster(named1, named2, ({ name }) => ({ label: { text: name } }))],
});

// The declarations of this build, and no server, are replaced.
jest.mock('@itops/contracts', () => ({
  ...jest.requireActual<object>('@itops/contracts'),
  get catalogue() {
    return mockReader;
  },
  knownEventType: (type: string) => mockReader.known(type),
  upcast: (event: { type: string; data: unknown }) => mockReader.upcast(event),
}));

@Controller()
class OnNames {
  @ConsumeEvents({ name: 'spec-svc.names', topics: [domainTopics.ci.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    for (const event of batch.events) {
      // It knows nothing of v1.
      const text = named2.matches(event) ? event.data.label.text : `not understood: ${event.type}`;
      await batch.tx.query('insert into name_given (aggregate_id, version, text) values ($1, $2, $3)', [
        event.aggregateId,
        event.aggregateVersion,
        text,
      ]);
    }
  }
}

describe('a consumer that knows only the newest version', () => {
  let testDatabase: TestDatabase;
  let service: MessagingApp;

  beforeAll(async () => {
    testDatabase = await createTestDatabase('upcast');
    service = await startMessagingApp({
      databaseUrl: testDatabase.url,
      prefix: newPrefix(),
      consumers: [OnNames],
      tables: 'create table name_given (aggregate_id text, version int, text text)',
    });
  });
  afterAll(async () => {
    await service.close();
    await testDatabase.drop();
  });

  const namesOf = async (id: string): Promise<unknown> => {
    const rows: unknown = await service.database.query(
      'select version, text from name_given where aggregate_id = $1 order by version',
      [id],
    );
    return rows;
  };
  const lettersOf = async (id: string): Promise<unknown> => {
    const rows: unknown = await service.database.query(
      `select type, reason_kind, reason, payload is not null as kept from dead_letter where aggregate_id = $1
       order by aggregate_version`,
      [id],
    );
    return rows;
  };

  it('reads what was written by an older one, in order with the newer', async () => {
    const id = newId();
    await service.transactions.run(cause, (tx) =>
      tx.publish([
        named1.of(id, 1, { name: 'first' }),
        // As a later revision of v1 would write it.
        named1.of(id, 2, Object.assign({ name: 'second' }, { mood: 'good' })),
        named2.of(id, 3, { label: { text: 'third' } }),
      ]),
    );
    await eventually(async () =>
      expect(await namesOf(id)).toEqual([
        { version: 1, text: 'first' },
        { version: 2, text: 'second' },
        { version: 3, text: 'third' },
      ]),
    );
  });

  it('puts a version aside that it does not know yet, with what follows it, and loses none', async () => {
    const [id, other] = [newId(), newId()];
    await service.transactions.run(cause, (tx) =>
      tx.publish([
        named3.of(id, 1, { labels: ['from the future'] }),
        named2.of(id, 2, { label: { text: 'behind it' } }),
        named1.of(other, 1, { name: 'beside it' }),
      ]),
    );
    await eventually(async () => {
      expect(await namesOf(other)).toEqual([{ version: 1, text: 'beside it' }]);
      expect(await lettersOf(id)).toEqual([
        {
          type: named3.type,
          reason_kind: 'unknown-type',
          reason: 'itops.ci.named.v3 is later than itops.ci.named.v2, the newest known here',
          kept: true,
        },
        expect.objectContaining({ reason_kind: 'behind-parked', kept: true }),
      ]);
    });
    expect(await namesOf(id)).toEqual([]);
  });
});
