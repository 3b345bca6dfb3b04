import type { SubStatus } from '../taxonomy/index.ts';

/** An event as an example states it: an ISO 8601 instant in UTC, and what happened. */
export type ExampleEvent = readonly [time: string, subStatus: SubStatus];

/**
 * A shipment that shows a rule. `examples.test.ts` checks it and the reference page prints it, so the page
 * states what the rule does.
 */
export interface RuleExample {
  /** Reported events, oldest first. The shipment is registered at the time of the first one. */
  before: readonly [ExampleEvent, ...ExampleEvent[]];
  /** When the exception opens if nothing more is reported. */
  opensAt: string;
  /** The event that closes the exception. */
  closedBy: ExampleEvent;
}
