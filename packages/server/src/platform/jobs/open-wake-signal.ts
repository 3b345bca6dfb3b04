import type { Database } from '../database/database.ts';
import { notify } from '../database/notify.ts';

/**
 * Wakes this process, and every other on the same database, when there is work. A hint only: each consumer
 * also polls by a timer of its own, so a lost signal costs time and nothing else.
 */
export interface WakeSignal {
  send(): void;
  stop(): Promise<void>;
}

/** Other processes are notified at most this often. */
const pauseMs = 10;

export async function openWakeSignal(
  database: Database,
  channel: string,
  wake: () => void,
): Promise<WakeSignal> {
  if (database.engine === 'pglite') return { send: wake, stop: () => Promise.resolve() };
  const stopListening = await database.listen(channel, wake);
  let timer: NodeJS.Timeout | null = null;
  const notifyOthers = (): void => {
    timer = null;
    notify(database, channel).catch(() => undefined);
  };
  return {
    send() {
      wake();
      timer ??= setTimeout(notifyOthers, pauseMs);
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      await stopListening();
    },
  };
}
