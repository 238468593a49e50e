export { type Condition, type FilterValue, type Operator, OPERATORS } from './condition';
export { Cursors, type CursorUse, type Position } from './cursors';
export * from './filters';
export type { ListDefinition, ListShape, SortField } from './list-definition';
export { type DescribedParameter, listParameters } from './list-parameters';
export * from './list-request';
export { Lists, type Queryable, selectPage, type Within } from './lists';
export { parametersOf, queryOf, type QueryParameter } from './query-string';
