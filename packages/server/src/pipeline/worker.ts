import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../store/database.ts';
import { postpone } from '../store/inbox.ts';
import { setAside } from '../store/set-aside.ts';
import { type BatchOutcome, type PipelineTools, processBatch } from './index.ts';

/**
 * Empties the inbox, batch by batch, for as long as it lives.
 *
 *   asleep ──wake or timer──► busy ──inbox empty──► asleep
 *                              │ a batch failed
 *                              ▼
 *                     one by one, so that the guilty message is found; it is tried again later and in the end set aside for a person
 */
export class Worker {
  readonly #database: Database;
  readonly #options: WorkerOptions;
  readonly #tools: PipelineTools;
  #running: Promise<void> | null = null;
  #stopping = false;
  #wake: () => void = () => undefined;
  #woken = false;

  constructor(database: Database, options: WorkerOptions, tools: PipelineTools) {
    this.#database = database;
    this.#options = options;
    this.#tools = tools;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** There may be work. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Finishes the batch under way and stops. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      const worked = await this.#workOnce();
      if (!worked && !this.#woken) await this.#untilWoken();
    }
  }

  async #workOnce(): Promise<boolean> {
    try {
      const outcome = await this.#process(this.#options.batchMax);
      return outcome.messages > 0;
    } catch (error) {
      this.#options.onFailure(error);
      return this.#workOneByOne();
    }
  }

  async #workOneByOne(): Promise<boolean> {
    for (let count = 0; count < this.#options.batchMax && !this.#stopping; count++) {
      try {
        const outcome = await this.#process(1);
        if (outcome.messages === 0) return false;
      } catch (error) {
        this.#options.onFailure(error);
        const moved = await this.#dealWithFirst(error);
        if (!moved) await sleep(500);
        if (!moved) return false;
      }
    }
    return true;
  }

  /** The oldest message fails by itself: later again, and after some tries it waits for a person. False when the database itself is away. */
  async #dealWithFirst(error: unknown): Promise<boolean> {
    try {
      await this.#database.transaction(async (queries) => {
        const [first] = await queries.query<{ position: number; attempts: number }>(
          'select position, attempts from inbox where not_before <= now() order by position limit 1 for update skip locked',
        );
        if (!first) return;
        if (first.attempts + 1 >= this.#options.attemptsMax) await setAside(queries, first.position, error);
        else await postpone(queries, first.position, 1_000 * 4 ** first.attempts);
      });
      return true;
    } catch {
      return false;
    }
  }

  async #process(limit: number): Promise<BatchOutcome> {
    const outcome = await this.#database.transaction((queries) => processBatch(queries, limit, this.#tools));
    if (outcome.messages > 0) this.#options.onBatch(outcome);
    return outcome;
  }

  async #untilWoken(): Promise<void> {
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const timedOut = sleep(this.#options.idleMs, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([woken, timedOut]);
    timer.abort();
    this.#wake = () => undefined;
  }
}

export interface WorkerOptions {
  /** Messages in one transaction. */
  batchMax: number;
  /** How long it sleeps when nobody wakes it. */
  idleMs: number;
  /** Tries before a message that fails by itself is set aside. */
  attemptsMax: number;
  onBatch(outcome: BatchOutcome): void;
  onFailure(error: unknown): void;
}
