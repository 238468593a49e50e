/** How webhooks are delivered; the gateway's configuration says so. */
export abstract class WebhookSettings {
  /** How long a receiver may take for its whole answer, in milliseconds. */
  abstract readonly timeoutMs: number;
  /** For how many days what was delivered or given up is kept. */
  abstract readonly keptDays: number;
}
