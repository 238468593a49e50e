import { CreateIncidents1790000200001 } from './1790000200001-create-incidents';
import { CreateReadModels1790000200002 } from './1790000200002-create-read-models';
import { AddIncidentMovedAt1790000200003 } from './1790000200003-add-incident-moved-at';
import { PartBreachesFromIncidents1790000200004 } from './1790000200004-part-breaches-from-incidents';
import { MarkSecurityIncidents1790000200005 } from './1790000200005-mark-security-incidents';
import { IndexLists1790000200006 } from './1790000200006-index-lists';

/** In the order in which they are applied. */
export const incidentMigrations = [
  CreateIncidents1790000200001,
  CreateReadModels1790000200002,
  AddIncidentMovedAt1790000200003,
  PartBreachesFromIncidents1790000200004,
  MarkSecurityIncidents1790000200005,
  IndexLists1790000200006,
];
