import { type PGlite, parse, protocol } from '@electric-sql/pglite';

const { serialize } = protocol;
const byteaType = 17;

/**
 * Statements that come again and again, for the embedded database: parsed once, planned a few times, and from then on only bound and run. By its own `query` it
 * reads and plans the text anew each time, which for the write of a batch takes longer than some dozen of its events.
 *
 * To be called by whoever holds the connection: inside a transaction.
 */
export class PgliteStatements {
  readonly #db: PGlite;
  /** Types of the parameters, by the name of the statement. */
  readonly #prepared = new Map<string, number[]>();

  constructor(db: PGlite) {
    this.#db = db;
  }

  async query(name: string, sql: string, values: readonly unknown[]): Promise<unknown[]> {
    const types = this.#prepared.get(name) ?? (await this.#prepare(name, sql));
    const bound = values.map((value, index) => this.#bound(value, types[index] ?? 0));
    const answer = await this.#send([
      serialize.bind({ statement: name, values: bound }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ]);
    return parse.parseResults(answer, this.#db.parsers).flatMap((result) => result.rows);
  }

  async #prepare(name: string, sql: string): Promise<number[]> {
    const answer = await this.#send([
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    ]);
    const types = parse.parseDescribeStatementResults(answer);
    this.#prepared.set(name, types);
    return types;
  }

  /** Throws what the database complains of. */
  async #send(parts: readonly Uint8Array[]) {
    // Whoever holds the transaction ends it, and with it what reaches the disk.
    const { messages } = await this.#db.execProtocol(Buffer.concat(parts), { syncToFs: false });
    return messages;
  }

  /** Bytes travel as they are, everything else as text. */
  #bound(value: unknown, type: number): string | null | Uint8Array {
    if (value === null || value === undefined) return null;
    if (type === byteaType && value instanceof Uint8Array) return value;
    const text: unknown = this.#db.serializers[type]?.(value) ?? value;
    return String(text);
  }
}
