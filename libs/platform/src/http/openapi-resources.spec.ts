import { operationId } from './openapi-resources';

describe('operationId', () => {
  it.each<[string, string, boolean, string]>([
    ['get', '/v1/incidents', true, 'listIncidents'],
    ['get', '/v1/incidents/{id}', false, 'readIncident'],
    ['get', '/v1/incidents/{id}/notes', true, 'listIncidentNotes'],
    ['get', '/v1/incidents/{id}/impact', false, 'readIncidentImpact'],
    ['get', '/v1/webhooks/{id}/deliveries/{deliveryId}', false, 'readWebhookDelivery'],
    ['get', '/v1/ci-classes/{name}', false, 'readCiClass'],
    ['get', '/v1/breaches/{id}', false, 'readBreach'],
    ['post', '/v1/cis', false, 'createCi'],
    ['post', '/v1/cis/bulk', false, 'changeCisInBulk'],
    ['patch', '/v1/cis/{id}', false, 'updateCi'],
    ['put', '/v1/cis/{id}', false, 'replaceCi'],
    ['delete', '/v1/relationships/{id}', false, 'deleteRelationship'],
    ['post', '/v1/alerts/{id}/actions/acknowledge', false, 'acknowledgeAlert'],
    ['post', '/v1/changes/{id}/actions/back-out', false, 'backOutChange'],
    ['post', '/v1/changes/{id}/actions/request-approval', false, 'requestChangeApproval'],
    ['post', '/v1/webhooks/{id}/rotate-secret', false, 'rotateWebhookSecret'],
    ['post', '/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver', false, 'redeliverWebhookDelivery'],
    ['post', '/v1/dead-letters/redrive', false, 'redriveDeadLetters'],
    ['post', '/v1/dead-letters/{id}/redrive', false, 'redriveDeadLetter'],
  ])('%s %s', (method, path, isList, id) => {
    expect(operationId(method, path, isList)).toBe(id);
  });
});
