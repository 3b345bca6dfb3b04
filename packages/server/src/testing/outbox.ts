/** Reads the outbox in tests. */
import type { Database } from '../platform/database/index.ts';

interface StoredChange {
  position: number;
  type: string;
  payload: { subStatus: string; isNews: boolean; events: { isNewest?: true }[] };
}

export function outboxOf(database: Database, number: string): Promise<StoredChange[]> {
  return database.query<StoredChange>(
    `select position, type, payload::json from outbox where payload::json->>'trackingNumber' = $1 order by position`,
    [number],
  );
}

/** Reads the outbox continuously like a cursor and records every position in the order of its appearance. */
export function watchOutbox(database: Database, seen: number[]): { stop(): Promise<void> } {
  const known = new Set<number>();
  let isRunning = true;
  const read = async (): Promise<void> => {
    const rows = await database.query<{ position: number }>('select position from outbox order by position');
    for (const { position } of rows) {
      if (!known.has(position)) seen.push(position);
      known.add(position);
    }
  };
  const watching = (async () => {
    await read();
    seen.length = 0;
    while (isRunning) await read();
    await read();
  })();
  return {
    async stop() {
      isRunning = false;
      await watching;
    },
  };
}
