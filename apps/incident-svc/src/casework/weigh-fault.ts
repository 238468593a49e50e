import { assessFault, type Criticality, worse } from '../domain/assessment';
import { type FaultCase } from '../domain/fault-case';
import { type Incident } from '../domain/incident';
import { type Evidence } from '../domain/incident.moves';
import { type Estate } from '../persistence/estate.graph';
import { affectedItems } from './affected-items';

/** What the alerts of an incident say together about its origin, reach, impact and urgency. */
export function weighFault(incident: Incident, faultCase: FaultCase, estate: Estate): Evidence {
  const { snapshot } = incident;
  const { items, alertingCis } = faultCase;
  const ciId = snapshot.locatedByHand ? snapshot.ciId : (estate.correlation.originOf(items) ?? snapshot.ciId);
  const affectedCis = affectedItems(estate, alertingCis, ciId);
  const alerting = new Set(alertingCis);
  const criticalities = (ids: readonly string[]): Criticality[] => ids.map((id) => estate.criticalityOf(id));
  const assessment = assessFault({
    alerting: criticalities(alertingCis),
    reached: criticalities(affectedCis.filter((id) => !alerting.has(id))),
    worstSeverity: faultCase.worstSeverity,
  });
  const openedAt = snapshot.openedAt;
  return {
    ...worse(snapshot, assessment),
    ciId,
    affectedCis,
    alertCount: faultCase.alertCount,
    firstSignalAt: faultCase.firstSignalAt ?? openedAt,
    lastSignalAt: faultCase.lastSignalAt ?? openedAt,
  };
}
