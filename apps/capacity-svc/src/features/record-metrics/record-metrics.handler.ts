import { type CiReference, type MetricsIn } from '@itops/contracts';
import { type Cause, Clock, DAY, newId } from '@itops/kit';
import { type ConsumedEvent, PoisonMessage, type Tx } from '@itops/messaging';
import { Inject, Injectable } from '@nestjs/common';

import { CAPACITY_CONFIG, type CapacityConfig } from '../../capacity.config';
import { refusal } from '../../domain/acceptance';
import { type Labels, labelsKey, linkedIdentity, referenceKey, unlinkedIdentity } from '../../domain/series-key';
import { type Reading } from '../../domain/watch';
import { evaluateThresholds, type NewReadings } from '../../evaluation/evaluate-thresholds';
import { type KnownCi, meetArrivals, resolveCis } from '../../persistence/configuration-items';
import { ensurePartitions } from '../../persistence/partitions';
import { type PointColumns, savePoints } from '../../persistence/points';
import {
  isLinked,
  type Newest,
  saveNewest,
  type StoredResource,
  takeResources,
} from '../../persistence/resource.store';

/** A series of one message, with the points that were taken. */
interface AcceptedSeries {
  readonly reference: CiReference;
  readonly metric: string;
  readonly unit: string | undefined;
  readonly labels: Labels;
  readonly points: readonly Reading[];
  readonly cause: Cause;
}

interface IdentifiedSeries extends AcceptedSeries {
  readonly identity: string;
  readonly ciId: string | null;
}

@Injectable()
export class RecordMetrics {
  constructor(
    private readonly clock: Clock,
    @Inject(CAPACITY_CONFIG) private readonly config: CapacityConfig,
  ) {}

  /** Stores the points of a batch, each (series, time) once, and compares what is new with the thresholds. */
  async record(tx: Tx, events: readonly ConsumedEvent<MetricsIn>[]): Promise<void> {
    const now = this.clock.now();
    const accepted = await this.accept(tx, events, now.getTime());
    if (accepted.length === 0) return;
    await ensurePartitions(tx, timesOf(accepted));
    const series = identify(accepted, await this.resolve(tx, accepted));
    const bySeries = Map.groupBy(series, ({ identity }) => identity);
    const firsts = [...bySeries.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
    const resources = await takeResources(
      tx,
      firsts.map((one) => ({ ...one, id: newId(), unit: one.unit ?? '' })),
      now,
      tx.cause.actor,
    );
    const rows: PointColumns = { series: [], at: [], value: [] };
    const newest: Newest[] = [];
    const fresh: NewReadings[] = [];
    for (const resource of resources) {
      const parts = bySeries.get(resource.identity) ?? [];
      for (const { points } of parts) appendRows(rows, resource.series, points);
      const found = news(resource, parts);
      if (found === null) continue;
      newest.push(found.newest);
      if (isLinked(resource)) {
        fresh.push({
          resource: { ...resource, unit: found.newest.unit },
          readings: found.readings,
          cause: found.cause,
        });
      }
    }
    await savePoints(tx, rows);
    await saveNewest(tx, newest, now);
    await evaluateThresholds(tx, fresh, now);
  }

  /** Leaves out points that can't be taken; says so in the audit log. @throws PoisonMessage when a message has no other */
  private async accept(tx: Tx, events: readonly ConsumedEvent<MetricsIn>[], now: number): Promise<AcceptedSeries[]> {
    const accepted: AcceptedSeries[] = [];
    for (const event of events) {
      const reasons = new Map<string, number>();
      const taken = event.data.series.map((one): AcceptedSeries => {
        const { ci: reference, metric, unit, labels = {} } = one;
        const points: Reading[] = [];
        for (const [at, value] of one.points) {
          const reason = refusal(at, value, now, this.config.METRIC_RETENTION_DAYS * DAY);
          if (reason === null) points.push({ at, value });
          else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        }
        return { reference, metric, unit, labels, points, cause: event.cause };
      });
      const usable = taken.filter(({ points }) => points.length > 0);
      const reason = [...reasons].map(([text, count]) => `${count} refused: ${text}`).join('; ');
      if (usable.length === 0) throw new PoisonMessage(event, 'points-refused', `No point is usable. ${reason}`);
      if (reasons.size > 0) {
        const entry = { action: 'refuse-points', resourceType: 'metrics', resourceId: event.id, reason };
        await tx.audit([entry], event.cause);
      }
      accepted.push(...usable);
    }
    return accepted;
  }

  private async resolve(tx: Tx, series: readonly AcceptedSeries[]): Promise<Map<string, KnownCi>> {
    const references = new Map(series.map(({ reference }) => [referenceKey(reference), reference]));
    const known = await resolveCis(tx, [...references.values()]);
    const unknown = [...references].filter(([key]) => !known.has(key)).map(([, reference]) => reference);
    if (unknown.length === 0) return known;
    await meetArrivals(tx, 'waiting');
    return new Map([...known, ...(await resolveCis(tx, unknown))]);
  }
}

function timesOf(series: readonly AcceptedSeries[]): number[] {
  // One time for each day is enough to find the months.
  return [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at - (at % DAY))))];
}

function identify(series: readonly AcceptedSeries[], known: ReadonlyMap<string, KnownCi>): IdentifiedSeries[] {
  return series.map((one) => {
    const reference = referenceKey(one.reference);
    const labels = labelsKey(one.labels);
    const ciId = known.get(reference)?.id ?? null;
    const identity =
      ciId === null ? unlinkedIdentity(reference, one.metric, labels) : linkedIdentity(ciId, one.metric, labels);
    return { ...one, ciId, identity };
  });
}

function appendRows(rows: PointColumns, series: string, points: readonly Reading[]): void {
  for (const { at, value } of points) {
    rows.series.push(series);
    rows.at.push(at);
    rows.value.push(value);
  }
}

/** The readings that are newer than all before, in order, each time once; null when there are none. */
function news(
  resource: StoredResource,
  parts: readonly IdentifiedSeries[],
): { newest: Newest; readings: Reading[]; cause: Cause } | null {
  const last = resource.lastAt?.getTime() ?? -Infinity;
  const byTime = new Map<number, Reading>();
  for (const { points } of parts) {
    for (const point of points) if (point.at > last && !byTime.has(point.at)) byTime.set(point.at, point);
  }
  const readings = [...byTime.values()].sort((a, b) => a.at - b.at);
  const end = readings.at(-1);
  const latest = parts.at(-1);
  if (end === undefined || latest === undefined) return null;
  const unit = parts.findLast((part) => part.unit !== undefined)?.unit ?? resource.unit;
  return { newest: { id: resource.id, at: new Date(end.at), value: end.value, unit }, readings, cause: latest.cause };
}
