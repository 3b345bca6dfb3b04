import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../outbox-item.ts';
import { ChangeStream } from './change-stream.ts';

const item = (position: number): OutboxItem => ({
  position,
  workspaceId: 'w',
  shipmentId: 's',
  shipmentSequence: position,
  type: 'shipment.updated',
  // The stream never reads it.
  payload: '{}',
  writtenAt: 0,
});

/** An outbox whose reads and live batches are released by the test. */
class Outbox {
  readonly written: OutboxItem[] = [];
  readonly #reads: (() => void)[] = [];
  #listener: ((items: readonly OutboxItem[]) => void) | null = null;
  #published = 0;

  readonly source = {
    subscribe: (listener: (items: readonly OutboxItem[]) => void) => {
      this.#listener = listener;
      return () => {
        this.#listener = null;
      };
    },
    // A read returns what was written when it was requested, however late it resolves.
    changesAfter: (position: number, limit: number) => {
      const seen = this.written.filter((change) => change.position > position).slice(0, limit);
      return new Promise<OutboxItem[]>((resolve) => this.#reads.push(() => resolve(seen)));
    },
  };

  get isListenedTo(): boolean {
    return this.#listener !== null;
  }

  write(): void {
    this.written.push(item(this.written.length + 1));
  }

  /** Live batches start here; earlier changes are never published live. */
  startAtEnd(): void {
    this.#published = this.written.length;
  }

  publish(): void {
    const items = this.written.slice(this.#published);
    this.#published = this.written.length;
    if (items.length > 0) this.#listener?.(items);
  }

  answer(): void {
    this.#reads.shift()?.();
  }

  async settle(stream: ChangeStream): Promise<void> {
    this.publish();
    stream.readBacklog();
    for (let round = 0; round < 50; round++) {
      this.answer();
      await pause();
    }
  }
}

/** Lets every ready promise continue. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

function listenTo(outbox: Outbox, after = 0): { received: number[]; stream: ChangeStream } {
  const received: number[] = [];
  const sink = {
    write: async (items: readonly OutboxItem[]) =>
      void received.push(...items.map((change) => change.position)),
    fail: (error: unknown) => {
      throw error;
    },
  };
  return { received, stream: new ChangeStream(outbox.source, sink, after) };
}

describe('a stream of changes', () => {
  it('delivers each change once and in order for any interleaving of writes, publications and reads', async () => {
    const steps = fc.array(fc.constantFrom('write', 'publish', 'answer', 'pause', 'start'), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(5), steps, async (before, order) => {
        const outbox = new Outbox();
        for (let count = 0; count < before; count++) outbox.write();
        const after = Math.floor(before / 2);
        const { received, stream } = listenTo(outbox, after);
        let hasStarted = false;
        for (const step of order) {
          if (step === 'write') outbox.write();
          else if (step === 'answer') outbox.answer();
          else if (step === 'pause') await pause();
          else if (step === 'publish') {
            hasStarted = true;
            outbox.publish();
          } else if (!hasStarted) outbox.startAtEnd();
        }
        await outbox.settle(stream);
        expect(received).toEqual(
          outbox.written.map((change) => change.position).filter((position) => position > after),
        );
        stream.close();
      }),
      { numRuns: 300 },
    );
  });

  it('reads a long backlog page by page and bounds what it buffers meanwhile', async () => {
    const outbox = new Outbox();
    for (let count = 0; count < 1_200; count++) outbox.write();
    const { received, stream } = listenTo(outbox);
    outbox.write();
    outbox.publish();
    for (let count = 0; count < 5_000; count++) {
      outbox.write();
      outbox.publish();
    }
    await outbox.settle(stream);
    expect(received).toEqual(outbox.written.map((change) => change.position));
  });

  it('sends nothing and unsubscribes after close', async () => {
    const outbox = new Outbox();
    const { received, stream } = listenTo(outbox);
    outbox.write();
    stream.close();
    await outbox.settle(stream);
    expect([received, outbox.isListenedTo]).toEqual([[], false]);
  });

  it('reports a failed read of the outbox', async () => {
    const failures: unknown[] = [];
    const source = {
      subscribe: () => () => undefined,
      changesAfter: () => Promise.reject(new Error('away')),
    };
    const stream = new ChangeStream(
      source,
      { write: async () => undefined, fail: (error) => failures.push(error) },
      0,
    );
    await pause();
    expect(failures).toEqual([new Error('away')]);
    stream.close();
  });
});
