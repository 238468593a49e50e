import { Logger, Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, NestFactory } from '@nestjs/core';
import { type CustomTransportStrategy, type MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, Cursors, Lists, Readiness, SystemClock, Unavailable } from '@itops/kit';
import { type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';

import { requireAdmissions } from './auth/admission';
import { believeGateway } from './auth/believe-gateway';
import { InternalTokenVerifier } from './auth/internal-token';
import { PermissionGuard } from './auth/permission.guard';
import { Refusals } from './auth/refusals';
import { type BaseConfig, type Environment, type ServiceConfig } from './config/config';
import { type DatabaseConfig, databaseAccess } from './config/database-config';
import { type DatabaseDefinition, DatabaseConnector, createDataSource } from './database/database';
import { Draining, HealthController, SERVICE_NAME } from './health/health.controller';
import { SparseFields } from './http/lists/sparse';
import { readJsonBodies } from './http/body-parsers';
import { ConditionalRequests } from './http/conditional/conditional-requests.interceptor';
import { Idempotency } from './http/idempotency/idempotency.interceptor';
import { type OpenApiDefinition, buildOpenApi } from './http/openapi';
import { answerClientError } from './http/problems/client-error';
import { ProblemFilter, answerFrameworkError } from './http/problems/problem.filter';
import { ResponseHeaders } from './http/response.interceptor';
import { trackUnusedConnections } from './http/unused-connections';
import { StorablePipe, createValidationPipe } from './http/validation';
import { NestLogger, createLogger } from './logging/logger';
import { hangUpWhileDraining, shutDown } from './shutdown';
import { carryTraces } from './telemetry/carried-traces';
import { observePool } from './telemetry/pool-meters';
import { measureRequests } from './telemetry/request-meters';
import { carriesTraces, shutdownTelemetry } from './telemetry/telemetry';

const BODY_LIMIT = 1024 * 1024;
/** What the gateway lets through may grow a little on its way. */
const BODY_SLACK = 64 * 1024;

export type AnyConfig = BaseConfig &
  Partial<Pick<ServiceConfig, keyof DatabaseConfig | 'INTERNAL_TOKEN_KEYS' | 'CURSOR_KEY'>> & {
    /** Proxies that are believed who calls. */
    readonly TRUSTED_PROXIES?: string[] | undefined;
  };

/** All that makes a service: its name, settings, module, tables and message strategies. */
export interface ServiceDefinition<Config extends AnyConfig> {
  readonly name: string;
  /** Reads the settings once. @throws ConfigError */
  readonly config: (env: Environment) => Config;
  readonly module: (config: Config) => DynamicModule | Type;
  /** For a process that only publishes this service's outbox. */
  readonly relay?: (config: Config) => DynamicModule;
  readonly database?: DatabaseDefinition;
  /** Names of readiness probes that `/readyz` tells and that do not decide: what the service works without for a while. */
  readonly worksWithout?: readonly string[];
  /** Injection tokens of Nest transport strategies, which consume from Kafka. */
  readonly strategies?: readonly Type<CustomTransportStrategy>[];
  readonly openApi: OpenApiDefinition;
  /** The life cycles of its resources, for the documents that are made from them. */
  readonly lifecycles?: readonly DescribedLifecycle[];
  /** What its process can do instead of serving, by the name of its first argument. */
  readonly commands?: Readonly<Record<string, ServiceCommand>>;
  /** What `/openapi.json` answers where that is more than the service's own document. */
  readonly serveOpenApi?: (app: NestFastifyApplication, own: OpenAPIObject) => () => unknown;
  /** Last touches to the HTTP server before it listens. */
  readonly configureHttp?: (app: NestFastifyApplication, config: Config) => Promise<void> | void;
}

/**
 * Gets the service built but not begun: nothing is connected, nothing consumes. Resolves to the process's exit code.
 */
export type ServiceCommand = (service: INestApplicationContext, args: readonly string[]) => Promise<number>;

interface DescribedLifecycle {
  readonly name: string;
  toMermaid(): string;
  toMarkdown(): string;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly env?: Environment;
  readonly clock?: Clock;
}

@Module({})
class PlatformModule {
  static forService(
    name: string,
    { database, worksWithout }: Pick<ServiceDefinition<never>, 'database' | 'worksWithout'>,
    config: AnyConfig,
    clock: Clock,
  ): DynamicModule {
    const { DATABASE_POOL: pool = 10 } = config;
    const access =
      config.DATABASE_URL === undefined
        ? undefined
        : databaseAccess({ ...config, DATABASE_URL: config.DATABASE_URL, DATABASE_POOL: pool });
    const databaseProviders =
      database === undefined || access === undefined
        ? []
        : [
            {
              provide: DataSource,
              useFactory: () => observePool(name, pool, createDataSource(name, access, pool, database)),
            },
            DatabaseConnector,
            { provide: Lists, useFactory: listsOf, inject: [DataSource, Cursors] },
          ];
    const { CURSOR_KEY: cursorKey } = config;
    const cursors = cursorKey === undefined ? [] : [{ provide: Cursors, useValue: new Cursors(cursorKey) }];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController],
      providers: [
        ...databaseProviders,
        ...cursors,
        { provide: Readiness, useValue: new Readiness(worksWithout) },
        Draining,
        { provide: SERVICE_NAME, useValue: name },
        { provide: Clock, useValue: clock },
        Refusals,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_PIPE, useClass: StorablePipe },
        { provide: APP_PIPE, useFactory: createValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: Idempotency },
        { provide: APP_INTERCEPTOR, useClass: ConditionalRequests },
        { provide: APP_INTERCEPTOR, useClass: SparseFields },
        { provide: APP_INTERCEPTOR, useClass: ResponseHeaders },
      ],
      exports: [
        ...[Readiness, Clock, Draining],
        ...(databaseProviders.length > 0 ? [DataSource, Lists] : []),
        ...(cursors.length > 0 ? [Cursors] : []),
      ],
    };
  }
}

function listsOf(dataSource: DataSource, cursors: Cursors): Lists {
  const query = <Row>(sql: string, parameters?: unknown[]): Promise<Row> => {
    if (!dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    return dataSource.query<Row>(sql, parameters);
  };
  return new Lists({ query }, cursors);
}

@Module({})
class ServiceRoot {}

/** Builds the service without listening; for the generators of documents as well. */
export async function createService<Config extends AnyConfig>(
  definition: ServiceDefinition<Config>,
  options: StartOptions = {},
): Promise<{ app: NestFastifyApplication; config: Config; document: OpenAPIObject }> {
  const config = definition.config(options.env ?? process.env);
  const logger = createLogger(definition.name, config.LOG_LEVEL);
  const root: DynamicModule = {
    module: ServiceRoot,
    imports: [
      PlatformModule.forService(definition.name, definition, config, options.clock ?? new SystemClock()),
      definition.module(config),
    ],
  };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT + BODY_SLACK,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: 'idle',
    ...(config.TRUSTED_PROXIES === undefined ? {} : { trustProxy: config.TRUSTED_PROXIES }),
    requestTimeout: 30_000,
    // How exactly that is kept.
    http: { connectionsCheckingInterval: 1_000 },
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerFrameworkError(error, request.url, reply),
    clientErrorHandler: answerClientError,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: false,
  });
  readJsonBodies(adapter.getInstance());
  if (carriesTraces()) carryTraces(adapter.getInstance());
  measureRequests(adapter.getInstance());
  hangUpWhileDraining(adapter.getInstance(), app.get(Draining));
  const { INTERNAL_TOKEN_KEYS: gatewayKeys } = config;
  if (gatewayKeys !== undefined) {
    believeGateway(adapter.getInstance(), new InternalTokenVerifier(gatewayKeys), app.get(Refusals));
  }
  requireAdmissions(app);
  await definition.configureHttp?.(app, config);
  const document = buildOpenApi(app, definition.openApi);
  adapter.getInstance().get('/openapi.json', definition.serveOpenApi?.(app, document) ?? asText(document));
  return { app, config, document };
}

/** The document is asked for seldom and does not change: as text it takes a tenth of the memory. */
function asText(document: OpenAPIObject): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  const text = Buffer.from(JSON.stringify(document));
  return (_request, reply) => reply.type('application/json; charset=utf-8').send(text);
}

/** Starts the whole service: HTTP, database, message strategies. Waits for none of its dependencies; `/readyz` tells. */
export async function startService<Config extends AnyConfig>(
  definition: ServiceDefinition<Config>,
  options: StartOptions = {},
): Promise<RunningService> {
  const { app, config } = await createService(definition, options);
  for (const token of definition.strategies ?? []) {
    app.connectMicroservice<MicroserviceOptions>({ strategy: app.get(token) }, { inheritAppConfig: false });
  }
  await app.startAllMicroservices();
  const closeUnused = trackUnusedConnections(app.getHttpServer());
  await app.listen(config.PORT, config.HOST);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= drain(app, closeUnused));
  return { app, url, close };
}

async function drain(app: NestFastifyApplication, closeUnused: () => void): Promise<void> {
  app.get(Draining).active = true;
  closeUnused();
  await shutDown(app, new Logger('Shutdown'));
}

const DRAIN_LIMIT_MS = 9_500;

/** Writes what the service is, as JSON, to standard output: its OpenAPI document and its life cycles. */
async function describe<Config extends AnyConfig>(definition: ServiceDefinition<Config>): Promise<void> {
  const { document } = await createService(definition);
  const lifecycles = (definition.lifecycles ?? []).map((lifecycle) => ({
    name: lifecycle.name,
    mermaid: lifecycle.toMermaid(),
    table: lifecycle.toMarkdown(),
  }));
  process.stdout.write(`${JSON.stringify({ openApi: document, lifecycles }, null, 2)}\n`);
}

/** Logs only what is wrong: its output is for who has called it. */
async function runCommand<Config extends AnyConfig>(
  definition: ServiceDefinition<Config>,
  name: string,
  args: readonly string[],
): Promise<never> {
  const command = definition.commands?.[name];
  if (command === undefined) {
    const known = ['describe', ...Object.keys(definition.commands ?? {})].join(', ');
    process.stderr.write(`${definition.name} has no command '${name}'; there are ${known}\n`);
    process.exit(2);
  }
  const { app } = await createService(definition, { env: { ...process.env, LOG_LEVEL: 'error' } });
  process.exit(await command(app, args));
}

/** The same service as a process that only publishes its outbox: no API but its health and metrics, no consumers. */
export function relayOf<Config extends AnyConfig>(service: ServiceDefinition<Config>): ServiceDefinition<Config> {
  const { name, config, database, relay, openApi } = service;
  if (relay === undefined || database === undefined) throw new Error(`${name} has no outbox, so it has no relay`);
  return { name: `${name}-relay`, config, database, openApi, module: relay };
}

/**
 * Runs the service as this process, stopped by SIGTERM or SIGINT within 10 s. With an argument it does what that says
 * instead: `relay` only publishes the service's outbox, `describe` writes what the service is, others are the service's
 * own commands.
 */
export async function runAsProcess<Config extends AnyConfig>(definition: ServiceDefinition<Config>): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  if (name === 'describe') return describe(definition);
  if (name !== undefined && name !== 'relay') return runCommand(definition, name, args);
  const running = await startService(name === 'relay' ? relayOf(definition) : definition);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // The stages of the shutdown are over before; this is for what even they can't end.
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    void running
      .close()
      .then(shutdownTelemetry)
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
