import { ANYBODY, IllegalTransition, newId, OwnWork } from '@itops/kit';
import fc from 'fast-check';

import { PLAN_FIELDS } from './authorship';
import { Change } from './change';
import { type ChangeEdit } from './change.details';
import { type Deed } from './deed';
import { type ChangeCommand, perform } from './change-command';
import { ApprovedAsItIs } from './change.errors';
import { isApproved } from './change.lifecycle';

const by = (actor: string, ...others: string[]): Deed => ({
  actor,
  principals: [actor, ...others],
  at: new Date(Date.UTC(2026, 0, 5)),
});
const ann = by('user:ann');
const bob = by('user:bob');
const cem = by('user:cem');

function opened(deed: Deed, type: 'normal' | 'emergency' = 'normal', requestedBy = deed.actor): Change {
  const times = { plannedStart: new Date(0), plannedEnd: new Date(1) };
  return Change.open(
    { id: newId(), number: 'CHG0000001', title: 'Replace the disk', type, source: 'manual', requestedBy, ...times },
    deed,
  ).change;
}

describe.each(['normal', 'emergency'] as const)('a change of type %s', (type) => {
  it('is not approved by who has entered it, by whichever of their keys', () => {
    const change = opened(by('key:1', 'user:ann'), type, 'somebody');
    change.requestApproval(cem);
    for (const deed of [by('key:1'), ann, by('key:2', 'user:ann')]) {
      expect(() => change.approve(deed)).toThrow(OwnWork);
    }
    expect(change.approve(bob)).toHaveLength(1);
  });

  it.each(['user:bob', 'bob', 'BOB '])('is not approved by who is named as its requester: %s', (requestedBy) => {
    const change = opened(ann, type, requestedBy);
    change.requestApproval(ann);
    expect(() => change.approve(bob)).toThrow(OwnWork);
    expect(() => change.approve(ann)).toThrow(OwnWork);
    expect(change.approve(cem)).toHaveLength(1);
  });

  it('is approved neither by a key that anybody might hold, nor by anybody where such a key has made it', () => {
    const unknown = by('admin', ANYBODY);
    const named = by('admin', 'user:ann', 'user:bob');
    const ofAnn = opened(ann, type);
    ofAnn.requestApproval(ann);
    for (const deed of [unknown, by('key:1', 'admin', ANYBODY), named]) {
      expect(() => ofAnn.approve(deed)).toThrow(OwnWork);
    }
    expect(() => ofAnn.approve(unknown)).toThrow(/API_KEY_HOLDERS/);
    const ofCem = opened(cem, type);
    ofCem.requestApproval(cem);
    expect(ofCem.approve(named)).toHaveLength(1);
    for (const [maker, holders] of [
      [unknown, [ann, bob, cem]],
      [named, [ann, bob, by('key:2', 'user:bob')]],
    ] as const) {
      const change = opened(maker, type);
      change.requestApproval(maker);
      for (const deed of holders) expect(() => change.approve(deed)).toThrow(OwnWork);
    }
    const ofNamed = opened(named, type);
    ofNamed.requestApproval(named);
    expect(ofNamed.approve(cem)).toHaveLength(1);
  });

  it('is not approved by who has asked for its approval', () => {
    const change = opened(ann, type);
    change.requestApproval(bob);
    expect(() => change.approve(bob)).toThrow(OwnWork);
    expect(change.approve(cem)).toHaveLength(1);
  });

  it.each(PLAN_FIELDS)('is not approved by who has written its %s, before or after approval was asked', (field) => {
    const edit = { [field]: field === 'impact' ? 1 : 'otherwise' };
    const before = opened(ann, type);
    before.edit(edit, bob);
    before.requestApproval(ann);
    const after = opened(ann, type);
    after.requestApproval(ann);
    after.edit(edit, bob);
    after.edit({ title: 'a word of the last editor' }, by('user:dee'));
    for (const change of [before, after]) {
      expect(() => change.approve(bob)).toThrow(OwnWork);
      expect(change.approve(cem)).toHaveLength(1);
    }
  });

  it('may be approved by who has only set its times or who does the work', () => {
    const change = opened(ann, type);
    change.requestApproval(ann);
    change.edit({ plannedEnd: new Date(2), assignmentGroup: 'storage', assignee: 'eve' }, bob);
    change.edit({ title: change.details.title }, bob);
    expect(change.approve(bob)).toHaveLength(1);
  });

  it('may be rejected by its own requester: that lets nothing through', () => {
    const change = opened(ann, type);
    change.requestApproval(ann);
    expect(change.reject('forgot the backout plan', ann)).toHaveLength(1);
    change.requestApproval(ann);
    expect(() => change.approve(ann)).toThrow(OwnWork);
  });

  it('stays as it was approved until the approval is taken back', () => {
    const change = opened(ann, type);
    change.requestApproval(ann);
    change.approve(bob);
    if (type === 'normal') change.schedule({}, ann);
    for (const field of PLAN_FIELDS) {
      expect(() => change.edit({ [field]: field === 'impact' ? 1 : 'otherwise' }, ann)).toThrow(ApprovedAsItIs);
    }
    expect(change.edit({ assignee: 'eve' }, ann)).toHaveLength(1);
    change.reject('the plan is another one now', bob);
    expect(change.edit({ implementationPlan: 'otherwise' }, bob)).toHaveLength(1);
    change.requestApproval(ann);
    expect(() => change.approve(bob)).toThrow(OwnWork);
  });
});

it('a step that is not possible is refused for that, whoever asks', () => {
  expect(() => opened(ann).approve(ann)).toThrow(IllegalTransition);
});

const people = [ann, bob, cem, by('key:1', 'user:ann'), by('key:2', 'user:bob')];
const step = fc.oneof(
  fc.record({
    deed: fc.constantFrom(...people),
    edit: fc.constantFrom<Partial<ChangeEdit>>({ title: 'a' }, { title: 'b' }, { assignee: 'x' }),
  }),
  fc.record({
    deed: fc.constantFrom(...people),
    command: fc.constantFrom<ChangeCommand>(
      { action: 'request-approval' },
      { action: 'approve' },
      { action: 'reject', reason: 'no' },
      { action: 'schedule', times: {} },
      { action: 'start' },
    ),
  }),
);

it('however people go about it, what is approved has none of its makers behind the approval', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('normal', 'emergency'),
      fc.constantFrom(...people),
      fc.array(step, { maxLength: 30 }),
      (type, author, steps) => {
        const change = opened(author, type);
        const makers = new Set(author.principals);
        for (const one of steps) {
          const { version, title } = change.details;
          const wasApproved = isApproved(change.details);
          try {
            if ('edit' in one) change.edit(one.edit, one.deed);
            else perform(change, one.command, one.deed);
          } catch {
            expect(change.details.version).toBe(version);
            continue;
          }
          const makes =
            change.details.title !== title || ('command' in one && one.command.action === 'request-approval');
          if (makes) for (const principal of one.deed.principals) makers.add(principal);
          if (wasApproved) expect(change.details.title).toBe(title);
          if (!wasApproved && isApproved(change.details)) {
            expect(one.deed.principals.filter((principal) => makers.has(principal))).toEqual([]);
          }
        }
      },
    ),
  );
});
