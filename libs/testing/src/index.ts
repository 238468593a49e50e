export * from './api-client';
export * from './eventually';
export * from './identities';
export * from './list-plans';
export * from './servers';
export * from './test-bus';
export * from './test-issuer';
export * from './test-service';
export { createTopics, newPrefix, testBrokers } from './test-topics';
