import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEventView } from '@milepost/contract';
import type { Shop } from './shop.ts';

/** Every event of the record, as the export gives it. */
export async function wholeRecord(shop: Shop): Promise<RecordedEventView[]> {
  const answer = await shop.api('/v1/events');
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  // The lines follow the contract's recordedEvent.
  return lines.map((line) => JSON.parse(line) as RecordedEventView);
}

/** What makes an event of the shop's own carrier unique. */
function keyOf(event: { trackingNumber: string; code: string | null; localTime: string }): string {
  return `${event.trackingNumber} ${event.code} ${event.localTime}`;
}

/** Keys of the record once it holds so many events. What is acknowledged stands in the inbox at least; it is in the record soon after. */
export async function recordedAtLast(shop: Shop, least: number): Promise<string[]> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const keys = (await wholeRecord(shop)).map(keyOf);
    if (keys.length >= least || Date.now() > deadline) return keys;
    await sleep(200);
  }
}
