/** Who acts when the platform moves an incident by itself. */
export const SERVICE_ACTOR = 'service:incident-svc';
