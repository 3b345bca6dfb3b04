import type { Database } from '../../../platform/database/database.ts';
import { type Claimed, claimMessages } from '../../ingestion/index.ts';
import {
  type BatchOutcome,
  decodeClaimed,
  finishBatch,
  nothingDone,
  type PipelineTools,
  type TakenBatch,
} from '../pipeline/run-batch.ts';

/** Batches that are claimed at once. */
const batchesClaimed = 4;

/**
 * The pipeline (modules/tracking/pipeline/run-batch.ts) for the only worker of a database, as on the embedded
 * one. No other worker can claim the same messages, so no transaction needs to hold them: the one connection
 * serves other queries while they are decoded, and the next batch is decoded while the database writes.
 */
export class SingleConnectionPipeline {
  readonly #database: Database;
  readonly #tools: PipelineTools;
  #claimed: Claimed = { messages: [], unwanted: [] };
  #ahead: Promise<TakenBatch> | null = null;

  constructor(database: Database, tools: PipelineTools) {
    this.#database = database;
    this.#tools = tools;
  }

  async process(limit: number): Promise<BatchOutcome> {
    const taken = await (this.#ahead ?? this.#take(limit));
    this.#ahead = null;
    if (taken.done.length === 0) return nothingDone;
    const written = this.#database.transaction((queries) => finishBatch(queries, taken, this.#tools));
    if (this.#claimed.messages.length > 0) this.#ahead = this.#take(limit);
    try {
      return await written;
    } catch (error) {
      // What failed comes first again, and nothing after it may be processed before it.
      this.#ahead = null;
      this.#claimed = { messages: [], unwanted: [] };
      throw error;
    }
  }

  async #take(limit: number): Promise<TakenBatch> {
    if (this.#claimed.messages.length === 0) {
      this.#claimed = await claimMessages(this.#database, limit * batchesClaimed, this.#tools.fresh);
    }
    const { messages, unwanted } = this.#claimed;
    return decodeClaimed({ messages: messages.splice(0, limit), unwanted: unwanted.splice(0) }, this.#tools);
  }
}
