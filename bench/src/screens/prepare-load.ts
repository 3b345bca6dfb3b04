import type { LoadRecord } from '@milepost/simulator';
import type { Cleanup } from '../cleanup.ts';
import type { ApiClient } from '../ingest/api-client.ts';
import { type LoadTarget, makeAccounts } from '../ingest/make-accounts.ts';
import { endOfQuietSeason } from '../ingest/quiet-season.ts';
import { ParcelRegistrar } from '../ingest/register-parcels.ts';
import { type LoadProcess, startLoad } from '../ingest/start-load.ts';
import { toHundredths } from '../percentile.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const messagesPerSecond = 1_000;
const messagesPerParcel = 10.5;

export interface PreparedLoad {
  load: LoadProcess;
  /** The account of the generic carrier, which receives the watched events. */
  generic: LoadTarget;
  shipmentIds: readonly string[];
}

/** Registers the parcels of a load of this many seconds. The load starts on request. */
export async function prepareLoad(api: ApiClient, seconds: number, cleanup: Cleanup): Promise<PreparedLoad> {
  const targets = await makeAccounts(api);
  const generic = targets.find(({ carrier }) => carrier === 'generic');
  if (generic === undefined) throw new Error('There is no account of the generic carrier.');
  const parcels = Math.ceil(((messagesPerSecond * seconds) / messagesPerParcel) * 1.05) + 100;
  const registrar = new ParcelRegistrar(api);
  const load = await startLoad(
    {
      targets,
      parcels,
      ratePerSecond: messagesPerSecond,
      rampSeconds: 0,
      seconds,
      connections: 32,
      pipelining: 8,
      before: endOfQuietSeason(Date.now()),
    },
    (some) => registrar.add(some),
    { folder: await makeTemporaryFolder(cleanup), cleanup },
  );
  await load.ready;
  await registrar.finish();
  return { load, generic, shipmentIds: registrar.shipmentIds };
}

/** From and to, milliseconds since 1970 UTC. */
export type Span = readonly [from: number, to: number];

export function acceptedPerSecond(records: readonly LoadRecord[], [from, to]: Span): number {
  const accepted = records.filter(([, , , , at]) => at !== null && at >= from && at < to);
  return toHundredths(accepted.length / ((to - from) / 1_000));
}
