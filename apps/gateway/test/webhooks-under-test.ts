import { isRecord, ManualClock } from '@itops/kit';
import { type ApiClient, eventually } from '@itops/testing';

import { type GatewayUnderTest, startGateway } from './gateway-under-test';
import { type ciFacts } from './webhook-events';
import { WebhookReceiver } from './webhook-receiver';

/** A resource as the API shows it. */
export interface Shown {
  readonly [name: string]: unknown;
  readonly id: string;
}

/** A gateway with a receiver for each test; what is subscribed ends with the test. */
export class WebhooksUnderTest {
  readonly clock = new ManualClock(new Date());
  private readonly receivers: WebhookReceiver[] = [];
  private started: GatewayUnderTest | undefined;

  /** Begins and ends with the tests of the file. */
  constructor(env: () => Record<string, string> | Promise<Record<string, string>> = () => ({})) {
    beforeAll(async () => {
      this.started = await startGateway({
        clock: this.clock,
        env: {
          ...{ SECRETS_KEY: 'secrets-key-of-more-than-32-characters', OUTGOING_ALLOW: '127.0.0.1:*' },
          WEBHOOK_TIMEOUT_MS: '2000',
          ...(await env()),
        },
      });
    });
    afterAll(() => this.gateway.close());
    beforeEach(async () => {
      this.clock.set(new Date());
      await this.newReceiver();
    });
    afterEach(async () => {
      // What is under way may hold rows in another order; the database then ends one of the two.
      await eventually(() => this.gateway.service.database.query('delete from webhook'));
      await Promise.all(this.receivers.splice(0).map((one) => one.stop()));
    });
  }

  get gateway(): GatewayUnderTest {
    if (this.started === undefined) throw new Error('The gateway has not been started');
    return this.started;
  }

  /** The first receiver of the test. */
  get receiver(): WebhookReceiver {
    const [first] = this.receivers;
    if (first === undefined) throw new Error('There is no receiver');
    return first;
  }

  async newReceiver(): Promise<WebhookReceiver> {
    const started = await WebhookReceiver.start();
    this.receivers.push(started);
    return started;
  }

  async subscribe(more: object = {}, api: ApiClient = this.gateway.api): Promise<Shown> {
    const { status, body } = await api.post('/v1/webhooks', { name: 'test', url: this.receiver.url, ...more });
    expect([status, body]).toEqual([201, expect.anything()]);
    return shown(body);
  }

  emit(...events: ReturnType<typeof ciFacts>): Promise<void> {
    return this.gateway.service.bus.emitEvents(events);
  }

  /** Until the gateway has seen this version, whether anybody wanted it or not. */
  untilSeen(aggregateId: string, version: number): Promise<void> {
    return eventually(async () => {
      const [seen] = await this.gateway.service.database.query<{ version: number }[]>(
        `select version from applied where consumer = 'gateway.webhooks' and aggregate_id = $1`,
        [aggregateId],
      );
      expect(Number(seen?.version)).toBe(version);
    });
  }

  async read(id: string): Promise<Shown> {
    return shown((await this.gateway.api.get(`/v1/webhooks/${id}`)).body);
  }

  act(id: string, action: string, body: object = {}): ReturnType<ApiClient['post']> {
    return this.gateway.api.post(`/v1/webhooks/${id}/${action}`, body, { 'if-match': '*' });
  }

  async deliveries(id: string, query = ''): Promise<Shown[]> {
    const { status, body } = await this.gateway.api.get(`/v1/webhooks/${id}/deliveries${query}`);
    expect(status).toBe(200);
    return listIn(body, 'items').map(shown);
  }

  async attemptsOf(id: string, index: number): Promise<Record<string, unknown>[]> {
    const delivery = (await this.deliveries(id))[index];
    return delivery === undefined ? [] : listIn(delivery, 'attempts');
  }

  async secretsOf(id: string): Promise<string[]> {
    const { body } = await this.gateway.api.get(`/v1/webhooks/${id}/secrets`);
    return listIn(body, 'items').map(({ secret }) => String(secret));
  }

  async auditOf(id: string): Promise<unknown[]> {
    const rows: { action: string }[] = await this.gateway.service.database.query(
      'select action from audit_log where resource_id = $1 order by at, id',
      [id],
    );
    return rows.map(({ action }) => action);
  }
}

function shown(body: Record<string, unknown>): Shown {
  return { ...body, id: String(body['id']) };
}

export function listIn(body: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const list = body[name];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
