import { isDeepStrictEqual } from 'node:util';

import {
  type Cause,
  Clock,
  type ExpectedVersion,
  InvalidInput,
  isUuid,
  mergePatch,
  newId,
  NotFound,
  requireVersion,
} from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type Selector, selects, type ThresholdRule } from '../../domain/threshold';
import { auditEntry } from '../../evaluation/evaluate-thresholds';
import { lockOpenBreachesUnder, saveBreaches } from '../../persistence/breach.store';
import { ciExists, classPathsOf } from '../../persistence/configuration-items';
import {
  deleteThreshold,
  forgetWatches,
  insertThreshold,
  lockThreshold,
  type StoredThreshold,
  updateThreshold,
} from '../../persistence/threshold.store';
import { toAnswer } from './threshold.answer';
import {
  type CreateThresholdDto,
  MOST_LABELS,
  type SelectorDto,
  type SelectorPatchDto,
  type ThresholdDto,
  type UpdateThresholdDto,
} from './threshold.dto';

@Injectable()
export class ManageThresholds {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput when the configuration item is not known */
  create(input: CreateThresholdDto, cause: Cause): Promise<ThresholdDto> {
    return this.transactions.run(cause, async (tx) => {
      const now = this.clock.now();
      const { metric, comparator, value, forMinutes = 0, predictDays = null, severity = 'warning' } = input;
      const selector = await toSelector(tx, input.selector ?? {});
      const rule: ThresholdRule = { metric, selector, comparator, value, forMinutes, predictDays, severity };
      const threshold = { ...rule, id: newId(), version: 1, createdAt: now, updatedAt: now, createdBy: cause.actor };
      await insertThreshold(tx, threshold);
      await tx.audit([{ ...entryFor(threshold, 'create'), after: rule }]);
      return toAnswer(threshold);
    });
  }

  /** @throws NotFound, StaleVersion, InvalidInput */
  update(id: string, expected: ExpectedVersion, input: UpdateThresholdDto, cause: Cause): Promise<ThresholdDto> {
    return this.transactions.run(cause, async (tx) => {
      const before = await take(tx, id, expected);
      const { selector: given, ...rest } = input;
      const rule: ThresholdRule = {
        ...ruleOf(before),
        ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
        ...(given === undefined ? {} : { selector: await toSelector(tx, patched(before.selector, given)) }),
      };
      if (isDeepStrictEqual(rule, ruleOf(before))) return toAnswer(before);
      const now = this.clock.now();
      const after: StoredThreshold = { ...before, ...rule, version: before.version + 1, updatedAt: now };
      await updateThreshold(tx, after);
      await forgetWatches(tx, id);
      await clearUnselected(tx, after, now);
      await tx.audit([{ ...entryFor(after, 'update'), before: ruleOf(before), after: rule }]);
      return toAnswer(after);
    });
  }

  /** Removes it and clears its open breaches. @throws NotFound, StaleVersion */
  async remove(id: string, expected: ExpectedVersion, cause: Cause): Promise<void> {
    await this.transactions.run(cause, async (tx) => {
      const threshold = await take(tx, id, expected);
      await deleteThreshold(tx, id);
      await forgetWatches(tx, id);
      await clearUnselected(tx, null, this.clock.now(), id);
      await tx.audit([{ ...entryFor(threshold, 'delete'), before: ruleOf(threshold) }]);
    });
  }
}

function entryFor({ id }: { id: string }, action: string) {
  return { action, resourceType: 'threshold', resourceId: id };
}

function ruleOf({
  metric,
  selector,
  comparator,
  value,
  forMinutes,
  predictDays,
  severity,
}: StoredThreshold): ThresholdRule {
  return { metric, selector, comparator, value, forMinutes, predictDays, severity };
}

async function take(tx: Tx, id: string, expected: ExpectedVersion): Promise<StoredThreshold> {
  const threshold = isUuid(id) ? await lockThreshold(tx, id) : undefined;
  if (threshold === undefined) throw new NotFound('threshold', id);
  requireVersion('threshold', expected, threshold.version);
  return threshold;
}

/** @throws InvalidInput */
function patched(
  before: Selector,
  { ciClass = before.ciClass, ciId = before.ciId, labels = {} }: SelectorPatchDto,
): SelectorDto {
  const merged = Object.entries(mergePatch(before.labels, labels)).filter(
    (label): label is [string, string] => typeof label[1] === 'string',
  );
  if (merged.length > MOST_LABELS) {
    throw new InvalidInput([
      { pointer: '/selector/labels', reason: `must be at most ${MOST_LABELS} labels altogether` },
    ]);
  }
  return { ciClass, ciId, labels: Object.fromEntries(merged) };
}

async function toSelector(tx: Tx, { ciClass = null, ciId = null, labels = {} }: SelectorDto): Promise<Selector> {
  if (ciId !== null && !(await ciExists(tx, ciId))) {
    throw new InvalidInput([
      { pointer: '/selector/ciId', reason: `no configuration item '${ciId}' is known; /v1/cis lists what is` },
    ]);
  }
  return { ciClass, ciId, labels: { ...labels } };
}

/** Clears the open breaches that the threshold no longer stands for; all of them where it is gone. */
async function clearUnselected(
  tx: Tx,
  threshold: StoredThreshold | null,
  now: Date,
  id: string = threshold?.id ?? '',
): Promise<void> {
  const open = await lockOpenBreachesUnder(tx, id);
  if (open.length === 0) return;
  const classPaths = await classPathsOf(tx, [...new Set(open.map(({ properties }) => properties.resource.ciId))]);
  const ended = open.filter(({ properties: { resource, kind } }) => {
    if (threshold === null || (kind === 'predicted' && threshold.predictDays === null)) return true;
    return !selects(threshold, { ...resource, classPath: classPaths.get(resource.ciId) ?? [] });
  });
  const events = ended.flatMap((breach) => breach.clear(now));
  await saveBreaches(tx, ended, now);
  await tx.publish(events);
  await tx.audit(events.map(auditEntry));
}
