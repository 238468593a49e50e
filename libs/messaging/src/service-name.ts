/** Injection token: the name of the service that this process is, `incident-svc`. */
export const SERVICE_NAME = Symbol('itops-service-name');
