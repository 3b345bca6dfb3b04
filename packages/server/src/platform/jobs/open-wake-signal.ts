import type { Database } from '../database/database.ts';

/**
 * Tells this process, and every other on the same database, that there is work. Waking is a hint: whoever misses it looks by its own timer, so nothing
 * depends on it but speed.
 */
export interface WakeSignal {
  send(): void;
  stop(): Promise<void>;
}

/** Other processes are told at most this often. */
const pauseMs = 10;

export async function openWakeSignal(
  database: Database,
  channel: string,
  wake: () => void,
): Promise<WakeSignal> {
  if (database.engine === 'pglite') return { send: wake, stop: () => Promise.resolve() };
  const stopListening = await database.listen(channel, wake);
  let timer: NodeJS.Timeout | null = null;
  const tellOthers = (): void => {
    timer = null;
    database.query('select pg_notify($1, $2)', [channel, '']).catch(() => undefined);
  };
  return {
    send() {
      wake();
      timer ??= setTimeout(tellOthers, pauseMs);
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      await stopListening();
    },
  };
}
