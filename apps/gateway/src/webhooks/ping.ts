/** The type of the event by which a subscription is tried out. */
export const PING_TYPE = 'itops.webhook.ping.v1';
