/**
 * Empties the inbox, batch by batch.
 *
 *   asleep ──wake or timer──► busy ──inbox empty──► asleep
 *                              │ a batch failed
 *                              ▼
 *                     one message at a time, to find the faulty one; it is retried and finally set aside
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, DatabaseUnavailable } from '../../../platform/database/database.ts';
import { waitRemaining } from '../../../platform/jobs/wait-remaining.ts';
import { oldestDue, postpone, setAside } from '../../ingestion/index.ts';
import { type BatchOutcome, type PipelineTools, processBatch } from '../pipeline/run-batch.ts';
import { SingleConnectionPipeline } from './single-connection.ts';

export class Worker {
  readonly #database: Database;
  readonly #options: WorkerOptions;
  readonly #tools: PipelineTools;
  readonly #singleConnection: SingleConnectionPipeline | null;
  #running: Promise<void> | null = null;
  #stopping = false;
  #wake: () => void = () => undefined;
  #woken = false;

  constructor(database: Database, options: WorkerOptions, tools: PipelineTools) {
    this.#database = database;
    this.#options = options;
    this.#tools = tools;
    this.#singleConnection = options.isOnlyWorker ? new SingleConnectionPipeline(database, tools) : null;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** There may be messages. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Finishes the running batch and stops. */
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
    const startedAt = performance.now();
    try {
      const { messages } = await this.#process(this.#options.batchMax);
      // After a partial batch more messages follow shortly; after a full one they are there already.
      if (messages > 1 && messages < this.#options.batchMax)
        await waitRemaining(this.#options.gatherMs, startedAt);
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

  /** No message is at fault when the database is unavailable. */
  async #waitForDatabase(): Promise<boolean> {
    if (!this.#stopping) await sleep(300);
    return true;
  }

  /**
   * The oldest message fails on its own: it is retried later, and after some tries it is set aside for
   * review.
   */
  async #dealWithFirst(error: unknown): Promise<void> {
    await this.#database
      .transaction(async (queries) => {
        const first = await oldestDue(queries);
        if (!first) return;
        if (first.attempts + 1 >= this.#options.attemptsMax) await setAside(queries, first.position, error);
        else await postpone(queries, first.position, 1_000 * 4 ** first.attempts);
      })
      .catch(this.#options.onFailure);
  }

  async #process(limit: number): Promise<BatchOutcome> {
    const outcome = this.#singleConnection
      ? await this.#singleConnection.process(limit)
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
  /** There is no other worker on this database, in any process. */
  isOnlyWorker: boolean;
  /** Messages in one transaction. */
  batchMax: number;
  /**
   * Minimum time between the starts of two batches of several messages that are not full; see
   * wait-remaining.ts.
   */
  gatherMs: number;
  /** How long it sleeps without a wake signal. */
  idleMs: number;
  /** Tries before a message that fails by itself is set aside. */
  attemptsMax: number;
  onBatch(outcome: BatchOutcome): void;
  onFailure(error: unknown): void;
}
