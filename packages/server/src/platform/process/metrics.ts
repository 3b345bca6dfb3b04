import { Counter, type Registry } from 'prom-client';

/** The metrics at /metrics (Prometheus text format). */
export interface Metrics {
  registry: Registry;
  batchDone(outcome: { messages: number; events: number; problems: number }): void;
  batchFailed(): void;
}

export function createMetrics(registry: Registry): Metrics {
  const registers = [registry];
  const messages = new Counter({
    name: 'milepost_messages_processed_total',
    help: 'Messages decoded and recorded.',
    registers,
  });
  const events = new Counter({
    name: 'milepost_events_recorded_total',
    help: 'Facts added to the record.',
    registers,
  });
  const problems = new Counter({
    name: 'milepost_problems_total',
    help: 'Entries added to the review queue.',
    registers,
  });
  const failures = new Counter({
    name: 'milepost_batch_failures_total',
    help: 'Batches that failed and were tried again.',
    registers,
  });
  return {
    registry,
    batchDone(outcome) {
      messages.inc(outcome.messages);
      events.inc(outcome.events);
      problems.inc(outcome.problems);
    },
    batchFailed: () => failures.inc(),
  };
}
