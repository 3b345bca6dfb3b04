import { noFirstScan } from './no-first-scan.ts';
import type { ExceptionRule } from './rule.ts';

export type { ExceptionRule, RuleSubject } from './rule.ts';
export type { ExampleEvent } from './rule-example.ts';

export const exceptionRules: readonly ExceptionRule[] = [
  // Rules are evaluated in this order.
  noFirstScan,
];
