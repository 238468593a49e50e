import { type CiReference } from '@itops/contracts';
import { type Cause, Clock, newId } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { deedOf } from '../../casework/change-desk';
import { type Change } from '../../domain/change';
import { type DeploymentReport, sameKey } from '../../domain/deployment-record';
import { type CiLookup, followDeployment, openForDeployment } from '../../domain/follow-deployment';
import { auditOf } from '../../persistence/change.audit';
import { type Step, publishSteps } from '../../persistence/publish-steps';
import { ChangeStore, type DeploymentKey } from '../../persistence/change.store';
import { EstateStore } from '../../persistence/estate.store';

export interface CausedReport {
  readonly report: DeploymentReport;
  readonly cause: Cause;
}

@Injectable()
export class FollowDeploymentsHandler {
  constructor(
    private readonly changes: ChangeStore,
    private readonly estate: EstateStore,
    private readonly clock: Clock,
  ) {}

  /** Opens or moves the change of each deployment, by all reports in their order. */
  async follow(tx: Tx, reports: readonly CausedReport[]): Promise<void> {
    const keys = distinct(reports.map(({ report }) => keyOf(report)));
    await this.estate.holdStill(tx);
    const known = new Map<string, Change>();
    for (const change of await this.changes.loadByDeployment(tx, keys)) {
      const { deployment } = change.details;
      if (deployment !== null) known.set(sameKey(keyOf(deployment)), change);
    }
    const lookup = await this.lookup(tx, reports);
    const numbers = await this.changes.nextNumbers(tx, keys.length - known.size);

    const opened: Change[] = [];
    const followed = new Set<Change>();
    const steps = reports.map(({ report, cause }): Step => {
      const deed = deedOf(cause, this.clock.now());
      const key = sameKey(keyOf(report));
      const change = known.get(key);
      if (change === undefined) {
        const begun = openForDeployment({ id: newId(), number: next(numbers) }, report, lookup, deed);
        known.set(key, begun.change);
        opened.push(begun.change);
        return { cause, events: begun.events, audit: auditOf(begun.change) };
      }
      if (change.storedVersion > 0) followed.add(change);
      const from = change.trail.length;
      const events = followDeployment(change, report, lookup, deed);
      return { cause, events, audit: auditOf(change, from) };
    });

    await this.changes.insert(tx, opened);
    await this.changes.save(tx, [...followed]);
    await publishSteps(tx, steps);
  }

  private async lookup(tx: Tx, reports: readonly CausedReport[]): Promise<CiLookup> {
    const references = distinct(reports.map(({ report }) => report.ci));
    const matches = await this.estate.resolve(tx, references);
    const ciIds = new Map<string, string>();
    matches.forEach((match, index) => {
      if (match.kind === 'one') ciIds.set(sameKey(references[index]), match.ciId);
    });
    return (reference: CiReference) => ciIds.get(sameKey(reference)) ?? null;
  }
}

function keyOf({ source, externalRef }: DeploymentKey): DeploymentKey {
  return { source, externalRef };
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [sameKey(value), value])).values()];
}

function next(numbers: string[]): string {
  const number = numbers.shift();
  if (number === undefined) throw new Error('There are fewer numbers than new changes');
  return number;
}
