import { loadDialect } from '../dialects.ts';
import { type Load, startLoad } from '../load/start-load.ts';
import type { LoadConfig } from './run-config.ts';
import { chunksOf, itemsPerMessage, type Running, type Say, sayEverySecond } from './running-process.ts';

export async function runLoad(config: LoadConfig, say: Say): Promise<Running> {
  const targets = await Promise.all(
    config.targets.map(async ({ carrier, ...rest }) => ({ ...rest, dialect: await loadDialect(carrier) })),
  );
  const load = startLoad({ ...config, targets });
  for (const parcels of chunksOf(load.parcels(), itemsPerMessage)) await say({ type: 'parcels', parcels });
  await say({ type: 'ready', messages: load.messages });
  return {
    obey(command) {
      if (command.command === 'begin') void run(load, say);
    },
    async stop() {
      load.stop();
    },
  };
}

/** Messages are made ready only now, because some carriers stamp their signatures with the time, and the receiver refuses old ones. */
async function run(load: Load, say: Say): Promise<void> {
  load.prepare();
  await say({ type: 'begun' });
  const stopSaying = sayEverySecond(say, () => load.counts());
  const summary = await load.run();
  stopSaying();
  for (const records of chunksOf(load.records(), itemsPerMessage)) await say({ type: 'records', records });
  await say({ type: 'finished', ...summary });
}
