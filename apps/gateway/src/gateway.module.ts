import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, Readiness } from '@itops/kit';
import { EventTransport, MessagingModule } from '@itops/messaging';
import { auditOptions, brokerAccess } from '@itops/platform';

import { Callers } from './entrance/callers';
import { ExportAuditController } from './features/export-audit/export-audit.controller';
import { ExportAudit } from './features/export-audit/export-audit.handler';
import { FindAuditController } from './features/find-audit/find-audit.controller';
import { OnAuditSealed } from './features/follow-audit/on-audit-sealed.consumer';
import { OnResourceChanged } from './features/follow-resources/on-resource-changed.consumer';
import { OrderErasureController } from './features/order-erasure/order-erasure.controller';
import { OrderErasure } from './features/order-erasure/order-erasure.handler';
import { FindApiKeys } from './features/manage-api-keys/find-api-keys.handler';
import { ManageApiKeysController } from './features/manage-api-keys/manage-api-keys.controller';
import { ManageApiKeys } from './features/manage-api-keys/manage-api-keys.handler';
import { ReportAlertsController } from './features/report-alerts/report-alerts.controller';
import { ReportAlerts } from './features/report-alerts/report-alerts.handler';
import { ReportDeploymentsController } from './features/report-deployments/report-deployments.controller';
import { ReportDeployments } from './features/report-deployments/report-deployments.handler';
import { ReportDiscoveryController } from './features/report-discovery/report-discovery.controller';
import { ReportDiscovery } from './features/report-discovery/report-discovery.handler';
import { ReportMetricsController } from './features/report-metrics/report-metrics.controller';
import { ReportMetrics } from './features/report-metrics/report-metrics.handler';
import { SearchController } from './features/search/search.controller';
import { ApiDocument } from './features/serve-documents/api-document';
import { AskServices } from './features/settle-dead-letters/ask-services';
import { DeadLettersController } from './features/settle-dead-letters/dead-letters.controller';
import { FindOwner } from './features/settle-dead-letters/find-owner.handler';
import { GroupDeadLetters } from './features/settle-dead-letters/group-dead-letters.handler';
import { ListDeadLetters } from './features/settle-dead-letters/list-dead-letters.handler';
import { OwnDeadLetters } from './features/settle-dead-letters/own-dead-letters';
import { LiveEvents } from './features/stream-events/live-events';
import { StreamEventsController } from './features/stream-events/stream-events.controller';
import { type GatewayConfig } from './gateway.config';
import { KnownApiKeys } from './persistence/known-api-keys';
import { People } from './persistence/people';
import { SecurityIncidents } from './persistence/security-incidents';
import { SeenRights } from './persistence/seen-rights';
import { AuditTrailQueries } from './persistence/audit-trail.queries';
import { SearchQueries } from './persistence/search.queries';
import { Forwarder } from './upstreams/forwarder';
import { Upstreams } from './upstreams/upstreams';
import { webhookControllers, webhookProviders } from './webhooks.providers';

@Module({})
export class GatewayModule {
  static with(config: GatewayConfig): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        MessagingModule.forService({
          service: 'gateway',
          ...brokerAccess(config),
          relayPlace: config.RELAY,
          outboxSlot: config.OUTBOX_SLOT,
          deadLetterDays: config.DEAD_LETTER_DAYS,
          audit: auditOptions(config),
          deadLetterApi: false,
        }),
      ],
      controllers: [
        ReportAlertsController,
        ReportDeploymentsController,
        ReportMetricsController,
        ReportDiscoveryController,
        StreamEventsController,
        DeadLettersController,
        ManageApiKeysController,
        ...webhookControllers,
        FindAuditController,
        ExportAuditController,
        OnAuditSealed,
        SearchController,
        OnResourceChanged,
        OrderErasureController,
      ],
      providers: [
        {
          provide: Upstreams,
          useFactory: (readiness: Readiness) => new Upstreams(config, readiness),
          inject: [Readiness],
        },
        KnownApiKeys,
        People,
        SeenRights,
        SecurityIncidents,
        ManageApiKeys,
        FindApiKeys,
        {
          provide: Callers,
          useFactory: (keys: KnownApiKeys, clock: Clock, people: People, rights: SeenRights, readiness: Readiness) =>
            new Callers(config, keys, clock, people, rights, readiness),
          inject: [KnownApiKeys, Clock, People, SeenRights, Readiness],
        },
        {
          provide: LiveEvents,
          useFactory: (transport: EventTransport) => new LiveEvents(config, transport),
          inject: [EventTransport],
        },
        Forwarder,
        ReportAlerts,
        ReportDeployments,
        ReportMetrics,
        ReportDiscovery,
        AskServices,
        OwnDeadLetters,
        ListDeadLetters,
        GroupDeadLetters,
        FindOwner,
        ApiDocument,
        ...webhookProviders(config.webhooks),
        AuditTrailQueries,
        SearchQueries,
        ExportAudit,
        OrderErasure,
      ],
    };
  }
}
