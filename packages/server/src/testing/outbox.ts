import type { Database } from '../platform/database/index.ts';

/** Reading the outbox in tests. */
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

/** Reads the outbox the way a cursor does, all the time, and notes every position in the order of its appearance. */
export function watchOutbox(database: Database, seen: number[]): { stop(): Promise<void> } {
  const known = new Set<number>();
  let going = true;
  const look = async (): Promise<void> => {
    const rows = await database.query<{ position: number }>('select position from outbox order by position');
    for (const { position } of rows) {
      if (!known.has(position)) seen.push(position);
      known.add(position);
    }
  };
  const watching = (async () => {
    await look();
    seen.length = 0;
    while (going) await look();
    await look();
  })();
  return {
    async stop() {
      going = false;
      await watching;
    },
  };
}
