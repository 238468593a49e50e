import { type AttributeSchema, type CiClassDeclaration } from './ci-class';

const text = (description: string): AttributeSchema => ({ type: 'string', maxLength: 1024, description });
const count = (description: string): AttributeSchema => ({ type: 'integer', minimum: 0, description });
const amount = (description: string): AttributeSchema => ({ type: 'number', minimum: 0, description });
const flag = (description: string): AttributeSchema => ({ type: 'boolean', description });
const texts = (description: string): AttributeSchema => ({
  type: 'array',
  maxItems: 256,
  items: { type: 'string', maxLength: 1024 },
  description,
});
const words = (description: string, values: readonly string[]): AttributeSchema => ({
  type: 'string',
  enum: [...values],
  description,
});

const declare = (
  name: string,
  parent: string | null,
  label: string,
  attributes: Readonly<Record<string, AttributeSchema>> = {},
  identification?: readonly (readonly string[])[],
): CiClassDeclaration => ({
  name,
  parent,
  label,
  attributes,
  ...(identification === undefined ? {} : { identification }),
});

/** The classes that every estate has; a parent stands before its children. */
export const BUILT_IN_CLASSES: readonly CiClassDeclaration[] = [
  declare(
    'ci',
    null,
    'Configuration item',
    {
      description: text('what it is for'),
      environment: text('where it is used, such as production or test'),
      location: text('where it is'),
      tags: { type: 'object', maxProperties: 64, description: 'free labels' },
    },
    [['environment', 'name'], ['name']],
  ),

  declare('service', 'ci', 'Service', { service_hours: text('when it has to be there') }),
  declare('business_service', 'service', 'Business service', { business_owner: text('who answers for it') }),
  declare('application_service', 'service', 'Application service', {
    service_level: text('what was agreed on its availability'),
  }),

  declare('application', 'ci', 'Application', {
    product: text('the product that runs'),
    release: text('its version'),
    port: { type: 'integer', minimum: 0, maximum: 65_535, description: 'TCP or UDP port that it listens on' },
    url: text('where it is reached'),
    repository: text('where its source is kept'),
  }),
  declare('web_application', 'application', 'Web application', { base_path: text('the path that it answers') }),
  declare('database_instance', 'application', 'Database instance', {
    engine: text('such as postgresql or oracle'),
    database_name: text('name of the database'),
    storage_bytes: count('space that it takes'),
    role: words('part in a replication', ['primary', 'replica', 'standalone']),
  }),
  declare('message_queue', 'application', 'Message queue', {
    partitions: count('how many partitions it has'),
    retention_hours: amount('how long messages stay'),
  }),
  declare('cache', 'application', 'Cache', { memory_bytes: count('most memory that it takes') }),
  declare('function', 'application', 'Function', {
    runtime: text('such as nodejs24'),
    timeout_seconds: amount('how long a call may take'),
  }),

  declare('infrastructure', 'ci', 'Infrastructure', {
    vendor: text('who made it'),
    model: text('type of the maker'),
    provider: text('cloud or data centre that runs it'),
    region: text('region of the provider'),
  }),
  declare(
    'server',
    'infrastructure',
    'Server',
    {
      fqdn: text('full name in DNS'),
      ip_addresses: texts('its addresses'),
      os: text('operating system'),
      os_version: text('version of the operating system'),
      cpu_count: count('logical processors'),
      memory_bytes: count('main memory'),
      serial_number: text('number of the maker'),
    },
    [['serial_number'], ['fqdn'], ['environment', 'name'], ['name']],
  ),
  declare(
    'virtual_machine',
    'server',
    'Virtual machine',
    { instance_id: text("the hypervisor's or provider's id"), instance_type: text('size, as the provider calls it') },
    [['instance_id'], ['fqdn'], ['environment', 'name'], ['name']],
  ),
  declare('physical_server', 'server', 'Physical server', {
    asset_tag: text('number of the owner'),
    rack: text('rack and place'),
    power_watts: amount('most power that it draws'),
  }),
  declare(
    'container',
    'infrastructure',
    'Container',
    { container_id: text('id of the runtime'), image: text('image with its tag') },
    [['container_id'], ['environment', 'name'], ['name']],
  ),
  declare('kubernetes_cluster', 'infrastructure', 'Kubernetes cluster', {
    kubernetes_version: text('version of the control plane'),
    node_count: count('how many nodes it has'),
  }),
  declare(
    'kubernetes_workload',
    'infrastructure',
    'Kubernetes workload',
    {
      cluster: text('the cluster that it runs in'),
      namespace: text('its namespace'),
      kind: words('kind of workload', [
        'Deployment',
        'StatefulSet',
        'DaemonSet',
        'Job',
        'CronJob',
        'ReplicaSet',
        'Pod',
      ]),
      replicas: count('how many are wanted'),
    },
    [['cluster', 'namespace', 'kind', 'name'], ['cluster', 'namespace', 'name'], ['environment', 'name'], ['name']],
  ),
  declare('load_balancer', 'infrastructure', 'Load balancer', {
    virtual_addresses: texts('addresses that it answers'),
    algorithm: text('how it divides the load'),
  }),
  declare(
    'network_device',
    'infrastructure',
    'Network device',
    {
      device_role: text('such as router, switch or firewall'),
      management_address: text('address for administration'),
      firmware: text('version of its firmware'),
      serial_number: text('number of the maker'),
      port_count: count('how many ports it has'),
    },
    [['serial_number'], ['management_address'], ['environment', 'name'], ['name']],
  ),
  declare('network_link', 'infrastructure', 'Network link', {
    bandwidth_bits_per_second: amount('how much it carries'),
    circuit_id: text('number of the carrier'),
  }),
  declare('storage_volume', 'infrastructure', 'Storage volume', {
    capacity_bytes: count('size'),
    filesystem: text('such as ext4'),
    mount_point: text('where it is mounted'),
    is_encrypted: flag('whether its content is encrypted'),
  }),
  declare(
    'cloud_service',
    'infrastructure',
    'Cloud service',
    {
      account: text('account at the provider'),
      resource_id: text("the provider's id, such as an ARN"),
    },
    [['resource_id'], ['environment', 'name'], ['name']],
  ),
  declare('external_service', 'infrastructure', 'External service', {
    contract: text('agreement under which it is used'),
    endpoint: text('where it is reached'),
    status_page: text('where its state is told'),
  }),
];
