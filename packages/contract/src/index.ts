export { hasArrived, needsAttention } from '@milepost/domain';
export * from './administration.ts';
export * from './brand.ts';
export * from './carriers.ts';
export * from './demo.ts';
export { type ErrorCode, errorCodes, errors } from './errors.ts';
export { errorsPage } from './errors-page.ts';
export * from './events.ts';
export * from './feeds.ts';
export * from './history.ts';
export { openApiDocument } from './openapi.ts';
export * from './overview.ts';
export * from './people.ts';
export * from './portal.ts';
export { type FieldError, type Problem, problem, problemContentType, problemOf } from './problem.ts';
export * from './raw-message.ts';
export * from './review.ts';
export {
  type GuardedFieldName,
  guardedFieldNames,
  guardedFields,
  hiddenFieldsOfRole,
  type Role,
  roleNames,
  roles,
  scopesOfRole,
} from './roles.ts';
export { type Route, tags } from './route.ts';
export { routes } from './routes.ts';
export { type Scope, scopeNames, scopes } from './scopes.ts';
export * from './search.ts';
export * from './shipments.ts';
export * from './views.ts';
