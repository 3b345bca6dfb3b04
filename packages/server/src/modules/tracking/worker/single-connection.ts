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

/** So many batches are claimed at once. */
const batchesClaimed = 4;

/**
 * The path of a message (modules/tracking/pipeline/run-batch.ts) for the only worker of a database, as the embedded one has. Nobody else can take the same messages, so no
 * transaction need hold them: the one connection serves others while they are decoded, and the next batch is decoded while the database writes.
 */
export class LonePath {
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
      // What failed is first in line again, and nothing behind it may go before.
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
