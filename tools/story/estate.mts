import type { DiscoveryIn, DiscoveryItemIn, DiscoveryRelationshipIn } from '../client/inputs.mts';

/** The estate's source; an item's externalId is its name in lower case with hyphens. */
export const SOURCE = 'sample-web-shop';

const GIB = 1024 ** 3;
const shop = { environment: 'production', location: 'Frankfurt' };
const item = (name: string, ciClass: string, attributes: Record<string, unknown> = {}): DiscoveryItemIn => ({
  class: ciClass,
  externalId: idOf(name),
  name,
  attributes: { ...shop, ...attributes },
  stage: 'operate',
});

/** Every item, from what the customer sees down to the switch. */
const ITEMS: readonly DiscoveryItemIn[] = [
  item('Web shop', 'business_service', { business_owner: 'Head of online sales' }),
  item('Order fulfilment', 'business_service', { business_owner: 'Head of logistics' }),
  item('Customer support', 'business_service', { business_owner: 'Head of customer care' }),

  item('edge-lb', 'load_balancer', { algorithm: 'least connections' }),
  item('storefront', 'application_service', { service_level: '99.9 %' }),
  item('catalogue', 'application_service'),
  item('search', 'application_service'),
  item('cart', 'application_service'),
  item('checkout', 'application_service', { service_level: '99.95 %' }),
  item('payment', 'application_service'),
  item('orders', 'application_service', { service_level: '99.95 %' }),
  item('accounts', 'application_service'),
  item('mailer', 'application_service'),
  item('support-console', 'web_application', { base_path: '/support' }),
  item('invoice-renderer', 'function', { runtime: 'nodejs24', timeout_seconds: 30 }),
  item('image-resizer', 'function', { runtime: 'nodejs24', timeout_seconds: 60 }),

  item('session-cache', 'cache', { memory_bytes: 4 * GIB }),
  item('page-cache', 'cache', { memory_bytes: 8 * GIB }),
  item('order-events', 'message_queue', { partitions: 12, retention_hours: 72 }),
  item('orders-db', 'database_instance', { engine: 'postgresql', role: 'primary' }),
  item('orders-db-replica', 'database_instance', { engine: 'postgresql', role: 'replica' }),
  item('catalogue-db', 'database_instance', { engine: 'postgresql', role: 'standalone' }),
  item('accounts-db', 'database_instance', { engine: 'postgresql', role: 'standalone' }),
  item('card-acquirer', 'external_service', { contract: 'ACQ-2291' }),
  item('mail-delivery', 'external_service', { contract: 'MAIL-118' }),
  item('image-store', 'cloud_service', { region: 'eu-central-1' }),

  item('app-cluster', 'kubernetes_cluster', { node_count: 3 }),
  ...['web-1', 'web-2', 'app-1', 'app-2', 'app-3', 'cache-1', 'queue-1', 'db-1', 'db-2'].map((name) =>
    item(name, 'virtual_machine', { fqdn: `${name}.shop.example`, os: 'Debian' }),
  ),
  item('orders-data', 'storage_volume', { capacity_bytes: 500 * GIB, mount_point: '/var/lib/postgresql' }),
  item('catalogue-data', 'storage_volume', { capacity_bytes: 200 * GIB, mount_point: '/var/lib/postgresql' }),
  item('backup-volume', 'storage_volume', { capacity_bytes: 2000 * GIB, mount_point: '/backup' }),
  item('host-a', 'physical_server', { rack: 'R1' }),
  item('host-b', 'physical_server', { rack: 'R2' }),
  item('core-network', 'network_device', { device_role: 'switch stack' }),
  item('core-switch-1', 'network_device', { device_role: 'switch' }),
  item('core-switch-2', 'network_device', { device_role: 'switch' }),
];

/** Type, parent, its children; the last is how many children are enough for the parent to live, where it matters. */
const RELATIONSHIPS: readonly (readonly [
  type: DiscoveryRelationshipIn['type'],
  parent: string,
  children: readonly string[],
  quorum?: number,
])[] = [
  ['Depends on', 'Web shop', ['edge-lb', 'storefront', 'checkout', 'search']],
  ['Depends on', 'Order fulfilment', ['orders', 'invoice-renderer', 'mailer']],
  ['Depends on', 'Customer support', ['support-console']],

  ['Depends on', 'storefront', ['catalogue', 'search', 'cart', 'page-cache']],
  ['Depends on', 'catalogue', ['catalogue-db', 'image-store']],
  ['Depends on', 'search', ['catalogue-db']],
  ['Depends on', 'cart', ['session-cache']],
  ['Depends on', 'checkout', ['cart', 'payment', 'orders', 'accounts']],
  ['Depends on', 'payment', ['card-acquirer']],
  ['Depends on', 'orders', ['orders-db', 'order-events']],
  ['Depends on', 'accounts', ['accounts-db']],
  ['Depends on', 'mailer', ['mail-delivery', 'order-events']],
  ['Depends on', 'support-console', ['orders', 'accounts']],
  ['Depends on', 'invoice-renderer', ['orders', 'image-store']],
  ['Depends on', 'image-resizer', ['image-store']],

  ['Members', 'storefront', ['web-1', 'web-2'], 1],
  ['Cluster of', 'app-cluster', ['app-1', 'app-2', 'app-3'], 2],
  ...['catalogue', 'search', 'cart', 'checkout', 'payment', 'orders', 'accounts', 'mailer', 'support-console'].map(
    (service) => ['Runs on', service, ['app-cluster']] as const,
  ),
  ['Runs on', 'session-cache', ['cache-1']],
  ['Runs on', 'page-cache', ['cache-1']],
  ['Runs on', 'order-events', ['queue-1']],
  ['Runs on', 'orders-db', ['db-1', 'orders-data']],
  ['Runs on', 'orders-db-replica', ['db-2']],
  ['Runs on', 'catalogue-db', ['db-2', 'catalogue-data']],
  ['Runs on', 'accounts-db', ['db-2']],
  ['Replicates to', 'orders-db', ['orders-db-replica']],
  ['Protected by', 'orders-db', ['backup-volume']],

  ...['web-1', 'app-1', 'app-3', 'cache-1', 'db-1'].map((vm) => ['Virtualized by', vm, ['host-a']] as const),
  ...['web-2', 'app-2', 'queue-1', 'db-2'].map((vm) => ['Virtualized by', vm, ['host-b']] as const),
  ['Depends on', 'host-a', ['core-network']],
  ['Depends on', 'host-b', ['core-network']],
  ['Depends on', 'edge-lb', ['core-network']],
  ['Members', 'core-network', ['core-switch-1', 'core-switch-2'], 1],
];

/** How much the business hangs on an item, 1 (all of it) to 4; what isn't listed has no say. */
export const CRITICALITY: Readonly<Record<string, number>> = {
  'web-shop': 1,
  checkout: 1,
  'order-fulfilment': 2,
  orders: 2,
  'customer-support': 3,
};

export function sampleEstate(): DiscoveryIn {
  return {
    source: SOURCE,
    items: [...ITEMS],
    relationships: RELATIONSHIPS.flatMap(([type, parent, children, quorum]): DiscoveryRelationshipIn[] =>
      children.map((child) => ({
        type,
        parent: { externalId: idOf(parent) },
        child: { externalId: idOf(child) },
        ...(quorum === undefined ? {} : { attributes: { quorum } }),
      })),
    ),
  };
}

export function ciKey(externalId: string): { source: string; externalId: string } {
  return { source: SOURCE, externalId };
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
