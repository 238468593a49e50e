import { type DynamicModule, Module } from '@nestjs/common';
import { MessagingModule } from '@itops/messaging';
import { auditOptions, brokerAccess } from '@itops/platform';

import { type CmdbConfig } from './cmdb.config';
import { ClassCatalogue } from './domain/class-catalogue';
import { AddRelationshipController } from './features/add-relationship/add-relationship.controller';
import { AddRelationship } from './features/add-relationship/add-relationship.handler';
import { ChangeCisInBulkController } from './features/change-cis-in-bulk/change-cis-in-bulk.controller';
import { ChangeCisInBulk } from './features/change-cis-in-bulk/change-cis-in-bulk.handler';
import { ChangeRelationshipsInBulkController } from './features/change-relationships-in-bulk/change-relationships-in-bulk.controller';
import { ChangeRelationshipsInBulk } from './features/change-relationships-in-bulk/change-relationships-in-bulk.handler';
import { CreateCiController } from './features/create-ci/create-ci.controller';
import { CreateCi } from './features/create-ci/create-ci.handler';
import { DiscoverEstateConsumer } from './features/discover-estate/discover-estate.consumer';
import { DiscoverEstateController } from './features/discover-estate/discover-estate.controller';
import { DiscoverEstate } from './features/discover-estate/discover-estate.handler';
import { ReconcileItems } from './features/discover-estate/reconcile-items';
import { ReconcileRelationships } from './features/discover-estate/reconcile-relationships';
import { FindCiClassesController } from './features/find-ci-classes/find-ci-classes.controller';
import { FindCiClasses } from './features/find-ci-classes/find-ci-classes.handler';
import { FindCisController } from './features/find-cis/find-cis.controller';
import { FindCis } from './features/find-cis/find-cis.handler';
import { FindRelationshipsController } from './features/find-relationships/find-relationships.controller';
import { FindRelationships } from './features/find-relationships/find-relationships.handler';
import { FollowConditionsConsumer } from './features/follow-conditions/follow-conditions.consumer';
import { FollowConditions } from './features/follow-conditions/follow-conditions.handler';
import { MoveCiStageController } from './features/move-ci-stage/move-ci-stage.controller';
import { MoveCiStage } from './features/move-ci-stage/move-ci-stage.handler';
import { RemoveRelationshipController } from './features/remove-relationship/remove-relationship.controller';
import { RemoveRelationship } from './features/remove-relationship/remove-relationship.handler';
import { ShowCiHistoryController } from './features/show-ci-history/show-ci-history.controller';
import { ShowCiHistory } from './features/show-ci-history/show-ci-history.handler';
import { ShowImpactController } from './features/show-impact/show-impact.controller';
import { ShowImpact } from './features/show-impact/show-impact.handler';
import { UpdateCiController } from './features/update-ci/update-ci.controller';
import { UpdateCi } from './features/update-ci/update-ci.handler';
import { UpdateRelationshipController } from './features/update-relationship/update-relationship.controller';
import { UpdateRelationship } from './features/update-relationship/update-relationship.handler';
import { EstateChanges } from './graph/estate-changes';
import { EstateGraph } from './graph/estate-graph';
import { KeepEstateGraph } from './graph/keep-estate-graph';
import { CiStore } from './persistence/ci.store';
import { ConditionStore } from './persistence/condition.store';
import { DiscoveryQueries } from './persistence/discovery.queries';
import { RelationshipStore } from './persistence/relationship.store';

@Module({})
export class CmdbModule {
  static with(config: CmdbConfig): DynamicModule {
    return {
      module: CmdbModule,
      imports: [
        MessagingModule.forService({
          service: 'cmdb-svc',
          ...brokerAccess(config),
          relayPlace: config.RELAY,
          outboxSlot: config.OUTBOX_SLOT,
          deadLetterDays: config.DEAD_LETTER_DAYS,
          audit: auditOptions(config),
        }),
      ],
      controllers: [
        ...[ChangeCisInBulkController, ChangeRelationshipsInBulkController],
        ...[FindCiClassesController, CreateCiController, FindCisController, UpdateCiController, MoveCiStageController],
        ...[ShowCiHistoryController, ShowImpactController],
        ...[AddRelationshipController, FindRelationshipsController, UpdateRelationshipController],
        ...[RemoveRelationshipController, DiscoverEstateController],
        ...[DiscoverEstateConsumer, FollowConditionsConsumer],
      ],
      providers: [
        { provide: ClassCatalogue, useFactory: () => new ClassCatalogue() },
        ...[CiStore, RelationshipStore, ConditionStore, DiscoveryQueries],
        ...[EstateGraph, EstateChanges, KeepEstateGraph],
        ...[ChangeCisInBulk, ChangeRelationshipsInBulk],
        ...[FindCiClasses, CreateCi, FindCis, UpdateCi, MoveCiStage, ShowCiHistory, ShowImpact],
        ...[AddRelationship, FindRelationships, UpdateRelationship, RemoveRelationship],
        ...[DiscoverEstate, ReconcileItems, ReconcileRelationships, FollowConditions],
      ],
    };
  }
}
