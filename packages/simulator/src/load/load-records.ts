import type { LoadMessage } from './load-messages.ts';

/**
 * One message: its parcel and the time of its event (together its key), and when it was due, sent and
 * accepted. Instants in milliseconds since 1970 UTC, with fractions; null when it was never accepted.
 */
export type LoadRecord = readonly [
  trackingNumber: string,
  occurredAt: number,
  dueAt: number,
  sentAt: number,
  acceptedAt: number | null,
];

/** When each message was sent and accepted. Stored in columns, because there are hundreds of thousands. */
export class LoadRecords {
  readonly #numbers: string[] = [];
  readonly #occurred: number[] = [];
  readonly #due: number[] = [];
  readonly #sent: number[] = [];
  readonly #accepted: number[] = [];

  get size(): number {
    return this.#numbers.length;
  }

  /** Returns the index of the message in the records. */
  add(message: LoadMessage, dueAt: number, sentAt: number): number {
    this.#numbers.push(message.trackingNumber);
    this.#occurred.push(message.event.occurredAt);
    this.#due.push(dueAt);
    this.#sent.push(sentAt);
    return this.#accepted.push(Number.NaN) - 1;
  }

  accept(index: number, at: number): void {
    this.#accepted[index] = at;
  }

  *[Symbol.iterator](): Generator<LoadRecord> {
    for (const [index, trackingNumber] of this.#numbers.entries()) {
      const accepted = this.#accepted[index] ?? Number.NaN;
      yield [
        trackingNumber,
        this.#occurred[index] ?? 0,
        this.#due[index] ?? 0,
        this.#sent[index] ?? 0,
        Number.isNaN(accepted) ? null : accepted,
      ];
    }
  }

  /**
   * Latency from due to accepted, including the wait for a free connection. Percentile 0–100; null when
   * nothing was accepted.
   */
  acceptMs(percentile: number): number | null {
    const latencies = [...this].flatMap(([, , dueAt, , acceptedAt]) =>
      acceptedAt === null ? [] : [acceptedAt - dueAt],
    );
    const sorted = Float64Array.from(latencies).sort();
    return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percentile) / 100))] ?? null;
  }
}
