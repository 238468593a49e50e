export * from './cause';
export * from './clock';
export * from './errors';
export * from './ids';
export * from './json';
export * from './lifecycle';
export * from './pagination';
export * from './readiness';
