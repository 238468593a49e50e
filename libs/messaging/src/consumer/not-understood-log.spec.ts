import { type Letter } from './placing';
import { NotUnderstoodLog, type NotUnderstoodLine } from './not-understood-log';

function letter(offset: number, fingerprint = 'not-a-cloudevent'): Pick<Letter, 'delivery' | 'reason' | 'fingerprint'> {
  const failure = {
    kind: 'not-a-cloudevent',
    reason: 'id is missing',
    eventId: null,
    type: null,
    aggregate: null,
  } as const;
  const record = {
    topic: 't',
    partition: 3,
    offset: String(offset),
    key: null,
    value: null,
    headers: {},
    timestamp: 0,
  };
  return { delivery: { record, decoded: { ok: false, failure }, held: false }, reason: failure.reason, fingerprint };
}

describe('the log of what was not understood', () => {
  const lines: NotUnderstoodLine[] = [];
  let now = 0;
  const log = new NotUnderstoodLog(
    (line) => lines.push(line),
    () => now,
  );

  it('names the place and the reason of the first of a kind, and one a minute of those that follow', () => {
    for (let offset = 0; offset < 5; offset++) log.note(letter(offset));
    log.note(letter(9, 'unknown-type'));
    now += 60_000;
    log.note(letter(10));
    expect(lines).toEqual([
      {
        ...{ msg: 'Not understood: t/3@0: id is missing', topic: 't', partition: 3, offset: '0' },
        ...{ reason: 'id is missing', fingerprint: 'not-a-cloudevent' },
      },
      expect.objectContaining({ offset: '9', fingerprint: 'unknown-type' }),
      expect.objectContaining({ msg: 'Not understood: t/3@10: id is missing; 4 more like it came before' }),
    ]);
  });
});
