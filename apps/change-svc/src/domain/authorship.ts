import { isSamePerson, mayBeAnybody, mayMean, OwnWork } from '@itops/kit';

import { type ChangeDetails, type ChangeEdit } from './change.details';
import { type Deed } from './deed';

/** What is approved. Times and assignment are not part of it: they have rules of their own. */
export const PLAN_FIELDS = [
  'title',
  'description',
  'justification',
  'implementationPlan',
  'backoutPlan',
  'testPlan',
  'impact',
] as const satisfies readonly (keyof ChangeEdit)[];

/** The authors of a change once these have worked on it, too. Nobody is ever taken off. */
export function authorsWith({ authors }: Pick<ChangeDetails, 'authors'>, { principals }: Deed): string[] {
  return [...new Set([...authors, ...principals])];
}

/**
 * For a step that needs a second pair of eyes. Whoever is named as the requester counts beside those who have made the
 * change, not instead of them.
 * @throws OwnWork for everybody who stands behind the change
 */
export function requireOthersWork(
  { id, authors, createdBy, requestedBy }: Pick<ChangeDetails, 'id' | 'authors' | 'createdBy' | 'requestedBy'>,
  { principals }: Deed,
): void {
  const makers = [...authors, createdBy];
  if (!isSamePerson(principals, makers) && !mayMean(requestedBy, principals)) return;
  const isUnknown = mayBeAnybody(principals) || mayBeAnybody(makers);
  throw new OwnWork('change:approve', isUnknown ? PERHAPS_OWN : OWN, { resourceType: 'change', resourceId: id });
}

const OWN =
  'Nobody approves their own change: one that they have entered, whose plan they have written, for which they have ' +
  'asked approval, or that is requested in their name. Ask somebody else of the change authority.';
const PERHAPS_OWN =
  "Nobody approves their own change, and here nobody can tell: the administrator's key stands behind the change or behind " +
  'the approval, and it is not known who holds it. Let a person who is known by name approve what such a person has made; or ' +
  'let those who run the platform name the holders of the key in API_KEY_HOLDERS.';
