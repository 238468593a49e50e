import { MessagingModule } from '@itops/messaging';
import { auditOptions, brokerAccess } from '@itops/platform';
import { type DynamicModule, Module } from '@nestjs/common';

import { AlertDesk } from './casework/alert-desk';
import { IncidentDesk } from './casework/incident-desk';
import { IncidentJournal } from './casework/incident-journal';
import { SuspectSearch } from './casework/suspect-search';
import { IncidentPolicy } from './domain/policy';
import { EditIncidentController } from './features/edit-incident/edit-incident.controller';
import { EditIncidentHandler } from './features/edit-incident/edit-incident.handler';
import { FindAlertsController } from './features/find-alerts/find-alerts.controller';
import { FindIncidentsController } from './features/find-incidents/find-incidents.controller';
import { FollowCapacityHandler } from './features/follow-capacity/follow-capacity.handler';
import { OnBreachChanged } from './features/follow-capacity/on-breach-changed.consumer';
import { FollowChangesHandler } from './features/follow-changes/follow-changes.handler';
import { OnChangeChanged } from './features/follow-changes/on-change-changed.consumer';
import { FollowEstateHandler } from './features/follow-estate/follow-estate.handler';
import { OnEstateChanged } from './features/follow-estate/on-estate-changed.consumer';
import { IngestAlertsHandler } from './features/ingest-alerts/ingest-alerts.handler';
import { OnAlertReported } from './features/ingest-alerts/on-alert-reported.consumer';
import { MoveAlertController } from './features/move-alert/move-alert.controller';
import { MoveAlertHandler } from './features/move-alert/move-alert.handler';
import { MoveAlertsInBulkController } from './features/move-alerts-in-bulk/move-alerts-in-bulk.controller';
import { MoveAlertsInBulk } from './features/move-alerts-in-bulk/move-alerts-in-bulk.handler';
import { MoveIncidentController } from './features/move-incident/move-incident.controller';
import { MoveIncidentHandler } from './features/move-incident/move-incident.handler';
import { NoteIncidentController } from './features/note-incident/note-incident.controller';
import { NoteIncidentHandler } from './features/note-incident/note-incident.handler';
import { OpenIncidentController } from './features/open-incident/open-incident.controller';
import { OpenIncidentHandler } from './features/open-incident/open-incident.handler';
import { ReadIncidentController } from './features/read-incident/read-incident.controller';
import { type IncidentConfig, policyOf } from './incident.config';
import { AlertQueries } from './persistence/alert.queries';
import { AlertStore } from './persistence/alert.store';
import { BreachStore } from './persistence/breach.store';
import { ChangeStore } from './persistence/change.store';
import { EstateGraph } from './persistence/estate.graph';
import { EstateStore } from './persistence/estate.store';
import { IncidentQueries } from './persistence/incident.queries';
import { IncidentStore } from './persistence/incident.store';

@Module({})
export class IncidentModule {
  static with(config: IncidentConfig): DynamicModule {
    return {
      module: IncidentModule,
      imports: [
        MessagingModule.forService({
          service: 'incident-svc',
          ...brokerAccess(config),
          relayPlace: config.RELAY,
          outboxSlot: config.OUTBOX_SLOT,
          deadLetterDays: config.DEAD_LETTER_DAYS,
          audit: auditOptions(config),
        }),
      ],
      controllers: [
        OpenIncidentController,
        FindIncidentsController,
        EditIncidentController,
        MoveIncidentController,
        NoteIncidentController,
        ReadIncidentController,
        FindAlertsController,
        MoveAlertController,
        MoveAlertsInBulkController,
        OnAlertReported,
        OnEstateChanged,
        OnChangeChanged,
        OnBreachChanged,
      ],
      providers: [
        { provide: IncidentPolicy, useValue: policyOf(config) },
        IncidentStore,
        IncidentQueries,
        AlertStore,
        AlertQueries,
        EstateStore,
        EstateGraph,
        ChangeStore,
        BreachStore,
        IncidentJournal,
        IncidentDesk,
        AlertDesk,
        SuspectSearch,
        OpenIncidentHandler,
        EditIncidentHandler,
        MoveIncidentHandler,
        NoteIncidentHandler,
        MoveAlertHandler,
        MoveAlertsInBulk,
        IngestAlertsHandler,
        FollowEstateHandler,
        FollowChangesHandler,
        FollowCapacityHandler,
      ],
    };
  }
}
