import { type Incident } from '../domain/incident';

/** Which of these incidents the events of alerts do not name: everybody who may see alerts reads those. */
export function unnamedOf(incidents: readonly Incident[]): ReadonlySet<string> {
  return new Set(incidents.filter(({ snapshot }) => snapshot.security).map(({ snapshot }) => snapshot.id));
}
