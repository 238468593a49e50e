import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Authority, IDENTITY_HEADER, isRecord, Readiness } from '@itops/kit';
import { InternalTokens } from '@itops/platform';
import { type Dispatcher, Pool } from 'undici';

import { type GatewayConfig } from '../gateway.config';
import { SERVICES, type ServiceName } from './routes';
import { upstreamError } from './upstream.errors';

const CONNECT_TIMEOUT_MS = 2_000;
const PROBE_TIMEOUT_MS = 1_000;
const MOST_CONNECTIONS = 256;

/** On its own behalf the gateway asks only for what is open to all. */
const GATEWAY: Authority = {
  subject: 'service:gateway',
  credential: 'internal',
  principals: ['service:gateway'],
  permissions: new Set(),
  groups: [],
};

export interface UpstreamAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The connections to the services, one pool for each. */
@Injectable()
export class Upstreams implements OnApplicationShutdown {
  private readonly pools: Readonly<Record<ServiceName, Pool>>;
  private readonly tokens: InternalTokens;

  constructor(config: GatewayConfig, readiness: Readiness) {
    this.tokens = new InternalTokens(config.internalTokenKey);
    const pool = (url: string) =>
      new Pool(new URL(url).origin, {
        connections: MOST_CONNECTIONS,
        connect: { timeout: CONNECT_TIMEOUT_MS },
        headersTimeout: config.UPSTREAM_TIMEOUT_MS,
        bodyTimeout: config.UPSTREAM_TIMEOUT_MS,
      });
    this.pools = {
      'cmdb-svc': pool(config.CMDB_URL),
      'incident-svc': pool(config.INCIDENT_URL),
      'change-svc': pool(config.CHANGE_URL),
      'capacity-svc': pool(config.CAPACITY_URL),
    };
    // Told, but not required: the durable entries work without them.
    for (const service of SERVICES) {
      readiness.register(service, async () => ({ ready: true, detail: await this.probe(service) }));
    }
  }

  /** The gateway's word on who calls, where it has been given of late. */
  knownWord(authority: Authority): string | undefined {
    return this.tokens.known(authority);
  }

  /** The gateway's word on who calls. */
  giveWord(authority: Authority): Promise<string> {
    return this.tokens.of(authority);
  }

  /** The header by which a service believes who calls. */
  async identify(authority: Authority): Promise<Record<string, string>> {
    return { [IDENTITY_HEADER]: await this.tokens.of(authority) };
  }

  pool(service: ServiceName): Dispatcher {
    return this.pools[service];
  }

  /**
   * Reads JSON from a service.
   * @param authority of the caller in whose name it is read; left out where it is read for the gateway itself
   * @throws Unavailable, UpstreamTimeout
   */
  async getJson(
    service: ServiceName,
    path: string,
    timeoutMs: number,
    authority: Authority = GATEWAY,
  ): Promise<UpstreamAnswer> {
    try {
      const { statusCode, body } = await this.pools[service].request({
        path,
        method: 'GET',
        headers: { accept: 'application/json', ...(await this.identify(authority)) },
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      return { status: statusCode, body: await body.json() };
    } catch (error) {
      throw upstreamError(service, error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(SERVICES.map((service) => this.pools[service].destroy()));
  }

  private async probe(service: ServiceName): Promise<string> {
    try {
      const { status, body } = await this.getJson(service, '/readyz', PROBE_TIMEOUT_MS);
      return status === 200 ? 'ready' : `not ready: ${isRecord(body) ? String(body['status']) : status}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
