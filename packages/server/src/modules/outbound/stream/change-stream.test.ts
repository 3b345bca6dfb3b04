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
  // The stream never looks inside.
  payload: '{}',
  writtenAt: 0,
});

/** An outbox whose readings and whose live voice the test lets happen when it likes. */
class Outbox {
  readonly written: OutboxItem[] = [];
  readonly #readings: (() => void)[] = [];
  #listener: ((items: readonly OutboxItem[]) => void) | null = null;
  #told = 0;

  readonly source = {
    subscribe: (listener: (items: readonly OutboxItem[]) => void) => {
      this.#listener = listener;
      return () => {
        this.#listener = null;
      };
    },
    // What a reading sees is what was written when it was asked for, however late the answer comes.
    changesAfter: (position: number, limit: number) => {
      const seen = this.written.filter((one) => one.position > position).slice(0, limit);
      return new Promise<OutboxItem[]>((resolve) => this.#readings.push(() => resolve(seen)));
    },
  };

  get isListenedTo(): boolean {
    return this.#listener !== null;
  }

  write(): void {
    this.written.push(item(this.written.length + 1));
  }

  /** The live voice begins wherever it stands; what was before it never tells. */
  beginAtEnd(): void {
    this.#told = this.written.length;
  }

  tell(): void {
    const items = this.written.slice(this.#told);
    this.#told = this.written.length;
    if (items.length > 0) this.#listener?.(items);
  }

  answer(): void {
    this.#readings.shift()?.();
  }

  async settle(stream: ChangeStream): Promise<void> {
    this.tell();
    stream.readBacklog();
    for (let round = 0; round < 50; round++) {
      this.answer();
      await pause();
    }
  }
}

/** Lets every promise that is ready go on. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

function listenTo(outbox: Outbox, after = 0): { heard: number[]; stream: ChangeStream } {
  const heard: number[] = [];
  const sink = {
    write: async (items: readonly OutboxItem[]) => void heard.push(...items.map((one) => one.position)),
    fail: (error: unknown) => {
      throw error;
    },
  };
  return { heard, stream: new ChangeStream(outbox.source, sink, after) };
}

describe('a stream of changes', () => {
  it('gives each change once and in order, however writing, telling and reading interleave', async () => {
    const steps = fc.array(fc.constantFrom('write', 'tell', 'answer', 'pause', 'begin'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.nat(5), steps, async (before, order) => {
        const outbox = new Outbox();
        for (let count = 0; count < before; count++) outbox.write();
        const after = Math.floor(before / 2);
        const { heard, stream } = listenTo(outbox, after);
        let hasBegun = false;
        for (const step of order) {
          if (step === 'write') outbox.write();
          else if (step === 'answer') outbox.answer();
          else if (step === 'pause') await pause();
          else if (step === 'tell') {
            hasBegun = true;
            outbox.tell();
          } else if (!hasBegun) outbox.beginAtEnd();
        }
        await outbox.settle(stream);
        expect(heard).toEqual(
          outbox.written.map((one) => one.position).filter((position) => position > after),
        );
        stream.close();
      }),
      { numRuns: 300 },
    );
  });

  it('reads a long backlog page by page and does not keep what comes meanwhile without bound', async () => {
    const outbox = new Outbox();
    for (let count = 0; count < 1_200; count++) outbox.write();
    const { heard, stream } = listenTo(outbox);
    outbox.write();
    outbox.tell();
    for (let count = 0; count < 5_000; count++) {
      outbox.write();
      outbox.tell();
    }
    await outbox.settle(stream);
    expect(heard).toEqual(outbox.written.map((one) => one.position));
  });

  it('is silent and lets go once it is closed', async () => {
    const outbox = new Outbox();
    const { heard, stream } = listenTo(outbox);
    outbox.write();
    stream.close();
    await outbox.settle(stream);
    expect([heard, outbox.isListenedTo]).toEqual([[], false]);
  });

  it('says when the outbox cannot be read', async () => {
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
