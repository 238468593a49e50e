/** The services behind the gateway. */
export const SERVICES = ['cmdb-svc', 'incident-svc', 'change-svc', 'capacity-svc'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Which service answers below `/v1/<word>`. What the gateway answers itself is its controllers' and comes first. */
const OWNED: Readonly<Record<ServiceName, readonly string[]>> = {
  'cmdb-svc': ['cis', 'ci-classes', 'relationships', 'discovery'],
  'incident-svc': ['alerts', 'incidents', 'problems', 'slas', 'schedules', 'escalation-policies'],
  'change-svc': [
    'changes',
    'change-models',
    'change-templates',
    'change-calendar',
    'windows',
    'deploy-gate',
    'deployments',
  ],
  'capacity-svc': ['metrics', 'resources', 'thresholds', 'breaches', 'what-if', 'slos'],
};

const ownerOf = new Map(
  SERVICES.flatMap((service) => OWNED[service].map((word): [string, ServiceName] => [word, service])),
);

/** The service that owns a plain path, or undefined. The words are compared as they are: no decoding, no case folding. */
export function serviceOf(path: string): ServiceName | undefined {
  const [before, version, word] = path.split('/', 3);
  return before === '' && version === 'v1' && word !== undefined ? ownerOf.get(word) : undefined;
}
