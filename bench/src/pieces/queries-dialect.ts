import type { Database, Queries } from '@milepost/server/database';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

/** Lets Kysely run its statements over the product's own interface to the database. */
export class QueriesDialect implements Dialect {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  createDriver(): Driver {
    const connection = new QueriesConnection(this.#database);
    const notNeeded = async (): Promise<void> => undefined;
    return {
      init: notNeeded,
      acquireConnection: async () => connection,
      beginTransaction: notNeeded,
      commitTransaction: notNeeded,
      rollbackTransaction: notNeeded,
      releaseConnection: notNeeded,
      destroy: notNeeded,
    };
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler();
  }

  createAdapter(): PostgresAdapter {
    return new PostgresAdapter();
  }

  createIntrospector(database: Kysely<unknown>): PostgresIntrospector {
    return new PostgresIntrospector(database);
  }
}

class QueriesConnection implements DatabaseConnection {
  readonly #queries: Queries;

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return { rows: await this.#queries.query<Row>(sql, parameters) };
  }

  // biome-ignore lint/correctness/useYield: the benchmark streams nothing.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Nothing is streamed here.');
  }
}
