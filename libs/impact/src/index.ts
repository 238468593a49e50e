export { ImpactGraph } from './impact-graph';
export * from './model';
