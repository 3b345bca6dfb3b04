import { loadDialect } from '../dialects.ts';
import { type Load, startLoad } from '../load/start-load.ts';
import type { LoadConfig } from './run-config.ts';
import { chunksOf, type Emit, emitEverySecond, itemsPerMessage, type Running } from './running-process.ts';

export async function runLoad(config: LoadConfig, emit: Emit): Promise<Running> {
  const targets = await Promise.all(
    config.targets.map(async ({ carrier, ...rest }) => ({ ...rest, dialect: await loadDialect(carrier) })),
  );
  const load = startLoad({ ...config, targets });
  for (const parcels of chunksOf(load.parcels(), itemsPerMessage)) await emit({ type: 'parcels', parcels });
  await emit({ type: 'ready', messages: load.messages });
  return {
    handle(command) {
      if (command.command === 'start') void run(load, emit);
    },
    stop: () => load.stop(),
  };
}

/**
 * Prepares the messages only at the start, because some carriers sign a timestamp and the receiver refuses
 * old ones.
 */
async function run(load: Load, emit: Emit): Promise<void> {
  load.prepare();
  await emit({ type: 'started' });
  const stopProgress = emitEverySecond(emit, () => load.counts());
  const summary = await load.run();
  stopProgress();
  for (const records of chunksOf(load.records(), itemsPerMessage)) await emit({ type: 'records', records });
  await emit({ type: 'finished', ...summary });
}
