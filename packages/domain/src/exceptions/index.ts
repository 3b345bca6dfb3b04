import { noFirstScan } from './no-first-scan.ts';
import type { ExceptionRule } from './rule.ts';

export type { ExceptionRule, RuleSubject } from './rule.ts';
export type { ExampleEvent } from './rule-example.ts';

/** Every rule, in the order in which they are evaluated. */
export const exceptionRules: readonly ExceptionRule[] = [noFirstScan];
