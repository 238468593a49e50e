import { Injectable, Logger } from '@nestjs/common';
import { isRecord } from '@itops/kit';

import { SERVICES, type ServiceName } from '../../upstreams/routes';
import { Upstreams } from '../../upstreams/upstreams';
import { type Part } from './merge-openapi';
import { wholeDocument } from './whole-document';

const TIMEOUT_MS = 2_000;
const FRESH_MS = 15_000;

/** The OpenAPI document of the whole platform, made of what the services say of themselves. */
@Injectable()
export class ApiDocument {
  private readonly logger = new Logger(ApiDocument.name);
  /** The last good document of each service; it serves while the service is away. */
  private readonly known = new Map<ServiceName, Part>();
  private own: Part = { service: 'gateway', document: {} };
  private merged: { readonly at: number; readonly document: Promise<object> } | undefined;

  constructor(private readonly upstreams: Upstreams) {}

  setOwn(document: object): void {
    this.own = { service: 'gateway', document: { ...document } };
    this.merged = undefined;
  }

  read(): Promise<object> {
    const now = performance.now();
    if (this.merged === undefined || now - this.merged.at > FRESH_MS) {
      this.merged = { at: now, document: this.merge() };
    }
    return this.merged.document;
  }

  private async merge(): Promise<object> {
    await Promise.all(SERVICES.map((service) => this.refresh(service)));
    const missing = SERVICES.filter((service) => !this.known.has(service));
    const parts = SERVICES.flatMap((service) => this.known.get(service) ?? []);
    const document = wholeDocument(this.own, parts);
    // What is missing has not been seen since the gateway started; look again with the next request.
    if (missing.length > 0) this.merged = undefined;
    return missing.length === 0 ? document : { ...document, 'x-unavailable': missing };
  }

  private async refresh(service: ServiceName): Promise<void> {
    try {
      const { status, body } = await this.upstreams.getJson(service, '/openapi.json', TIMEOUT_MS);
      if (status === 200 && isRecord(body)) this.known.set(service, { service, document: body });
    } catch (error) {
      this.logger.debug(`No document of ${service}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
