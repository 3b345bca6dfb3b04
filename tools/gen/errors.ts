import { errorsPage } from '../../packages/contract/src/index.ts';
import type { Generator } from './generator.ts';

/** Every error response of the API, and what to do about it. */
export const errorsReference: Generator = {
  name: 'page of the errors',
  files: async () => new Map([['docs/reference/errors.md', errorsPage()]]),
};
