export * from './api-client';
export * from './eventually';
export * from './identities';
export * from './servers';
export * from './test-bus';
export * from './test-service';
