import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, DatabaseUnavailable } from '../../../platform/database/database.ts';
import { restOf } from '../../../platform/jobs/rest-of.ts';
import { firstInLine, postpone, setAside } from '../../ingestion/index.ts';
import { type BatchOutcome, type PipelineTools, processBatch } from '../pipeline/run-batch.ts';
import { LonePath } from './single-connection.ts';

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
  readonly #lonePath: LonePath | null;
  #running: Promise<void> | null = null;
  #stopping = false;
  #wake: () => void = () => undefined;
  #woken = false;

  constructor(database: Database, options: WorkerOptions, tools: PipelineTools) {
    this.#database = database;
    this.#options = options;
    this.#tools = tools;
    this.#lonePath = options.isAlone ? new LonePath(database, tools) : null;
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
    const begun = performance.now();
    try {
      const { messages } = await this.#process(this.#options.batchMax);
      // Several at once have more on their heels; behind a full batch they are there already.
      if (messages > 1 && messages < this.#options.batchMax) await restOf(this.#options.gatherMs, begun);
      return messages > 0;
    } catch (error) {
      this.#options.onFailure(error);
      return error instanceof DatabaseUnavailable ? this.#waitForDatabase() : this.#workOneByOne();
    }
  }

  async #workOneByOne(): Promise<boolean> {
    for (let count = 0; count < this.#options.batchMax && !this.#stopping; count++) {
      try {
        const outcome = await this.#process(1);
        if (outcome.messages === 0) return false;
      } catch (error) {
        this.#options.onFailure(error);
        if (error instanceof DatabaseUnavailable) return this.#waitForDatabase();
        await this.#dealWithFirst(error);
      }
    }
    return true;
  }

  /** No message is to blame when the database is away. */
  async #waitForDatabase(): Promise<boolean> {
    if (!this.#stopping) await sleep(300);
    return true;
  }

  /** The oldest message fails by itself: it is tried again later, and after some tries it waits for a person. */
  async #dealWithFirst(error: unknown): Promise<void> {
    await this.#database
      .transaction(async (queries) => {
        const first = await firstInLine(queries);
        if (!first) return;
        if (first.attempts + 1 >= this.#options.attemptsMax) await setAside(queries, first.position, error);
        else await postpone(queries, first.position, 1_000 * 4 ** first.attempts);
      })
      .catch(this.#options.onFailure);
  }

  async #process(limit: number): Promise<BatchOutcome> {
    const outcome = this.#lonePath
      ? await this.#lonePath.process(limit)
      : await this.#database.transaction((queries) => processBatch(queries, limit, this.#tools));
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
  /** There is no other worker on this database, in no process. */
  isAlone: boolean;
  /** Messages in one transaction. */
  batchMax: number;
  /** From the beginning of a batch of several messages, but not a full one, to that of the next one, at least; see rest-of.ts. */
  gatherMs: number;
  /** How long it sleeps when nobody wakes it. */
  idleMs: number;
  /** Tries before a message that fails by itself is set aside. */
  attemptsMax: number;
  onBatch(outcome: BatchOutcome): void;
  onFailure(error: unknown): void;
}
