import type { PushRequest } from '../dialect.ts';
import type { Faults } from '../faults/faults.ts';
import { garbageOf } from '../faults/garbage.ts';
import { randomOf } from '../random.ts';
import type { SimulatedCarrier } from '../simulation.ts';
import type { CarrierReport } from '../world/carrier-feed.ts';

/** The requests that a report sends, in order. Empty when the carrier does not push or the push is lost. */
export function renderPushes(
  { parcel, report }: CarrierReport,
  { dialect, credentials }: Pick<SimulatedCarrier, 'dialect' | 'credentials'>,
  { seed, faults }: { seed: number; faults: Faults },
): PushRequest[] {
  if (!dialect.push || !report.arrives) return [];
  const { at, event, kind } = report;
  // A separate random stream for each piece of garbage makes it independent of the order of pushes.
  const random = randomOf(seed, 'garbage', parcel.trackingNumber, at);
  const corrupt = (good: PushRequest) => garbageOf(good, dialect, { credentials, random });
  return dialect.push(parcel, [event], credentials).flatMap((good) => {
    const push = kind === 'garbage' ? corrupt(good) : good;
    const pushes = faults.duplicates ? [push, push] : [push];
    return faults.garbage ? [...pushes, corrupt(good)] : pushes;
  });
}
