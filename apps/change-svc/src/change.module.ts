import { MessagingModule } from '@itops/messaging';
import { auditOptions, brokerAccess } from '@itops/platform';
import { type DynamicModule, Module } from '@nestjs/common';

import { ChangeDesk } from './casework/change-desk';
import { type ChangeConfig } from './change.config';
import { EditChangeController } from './features/edit-change/edit-change.controller';
import { EditChangeHandler } from './features/edit-change/edit-change.handler';
import { FindChangesController } from './features/find-changes/find-changes.controller';
import { FollowDeploymentsHandler } from './features/follow-deployments/follow-deployments.handler';
import { OnDeploymentReported } from './features/follow-deployments/on-deployment-reported.consumer';
import { FollowEstateHandler } from './features/follow-estate/follow-estate.handler';
import { OnCiEvents } from './features/follow-estate/on-ci-events.consumer';
import { MoveChangeController } from './features/move-change/move-change.controller';
import { MoveChangeHandler } from './features/move-change/move-change.handler';
import { OpenChangeController } from './features/open-change/open-change.controller';
import { OpenChangeHandler } from './features/open-change/open-change.handler';
import { ReadHistoryController } from './features/read-history/read-history.controller';
import { ChangeQueries } from './persistence/change.queries';
import { ChangeStore } from './persistence/change.store';
import { EstateStore } from './persistence/estate.store';

@Module({})
export class ChangeModule {
  static with(config: ChangeConfig): DynamicModule {
    return {
      module: ChangeModule,
      imports: [
        MessagingModule.forService({
          service: 'change-svc',
          ...brokerAccess(config),
          relayPlace: config.RELAY,
          outboxSlot: config.OUTBOX_SLOT,
          deadLetterDays: config.DEAD_LETTER_DAYS,
          audit: auditOptions(config),
        }),
      ],
      controllers: [
        OpenChangeController,
        FindChangesController,
        EditChangeController,
        MoveChangeController,
        ReadHistoryController,
        OnDeploymentReported,
        OnCiEvents,
      ],
      providers: [
        ChangeStore,
        ChangeQueries,
        EstateStore,
        ChangeDesk,
        OpenChangeHandler,
        EditChangeHandler,
        MoveChangeHandler,
        FollowDeploymentsHandler,
        FollowEstateHandler,
      ],
    };
  }
}
