import type { RecordedEventView } from '@milepost/contract';
import type { Shop } from './shop.ts';
import { until } from './until.ts';

/** Every event of the record, as exported. */
export async function readRecord(shop: Shop): Promise<RecordedEventView[]> {
  const answer = await shop.api('/v1/events');
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  // The lines follow the contract's recordedEvent.
  return lines.map((line) => JSON.parse(line) as RecordedEventView);
}

/** The unique key of an event of the shop's own carrier. */
function keyOf(event: { trackingNumber: string; code: string | null; localTime: string }): string {
  return `${event.trackingNumber} ${event.code} ${event.localTime}`;
}

/**
 * Keys of the record once it contains this many events. An acknowledged message is at least in the inbox and
 * reaches the record soon after.
 */
export async function waitForRecord(shop: Shop, least: number): Promise<string[]> {
  let keys: string[] = [];
  const isComplete = async (): Promise<boolean> => {
    keys = (await readRecord(shop)).map(keyOf);
    return keys.length >= least;
  };
  // After a timeout the caller's assertions list the missing events, which explains more than the timeout.
  await until(`${least} events are in the record`, isComplete, 30_000).catch(() => undefined);
  return keys;
}
