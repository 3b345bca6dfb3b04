import { get } from 'node:http';
import { createInterface } from 'node:readline';
import { recordedEvent } from '@milepost/contract';
import type { ApiClient } from './api-client.ts';
import { eventKey } from './event-key.ts';

/** The record at the end, as the API returns it. */
export interface RecordedEvents {
  /** How often the record contains each event. */
  counts: Map<string, number>;
  /** Events whose identity is recorded twice on one leg. */
  repeatedIdentities: number;
}

const line = recordedEvent.pick({ legId: true, identity: true, trackingNumber: true, occurredAt: true });
type Line = ReturnType<typeof line.parse>;

/** Reads all of GET /v1/events. */
export async function readRecord({ url, headers }: ApiClient): Promise<RecordedEvents> {
  const counts = new Map<string, number>();
  const identities = new Set<string>();
  let events = 0;
  const response = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    get(`${url}/v1/events`, { headers }, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new Error(`GET /v1/events was answered with ${answer.statusCode}.`));
    }).once('error', reject);
  });
  for await (const text of createInterface({ input: response })) {
    if (text === '') continue;
    const parsed: unknown = JSON.parse(text);
    // Only the first line is validated; checking half a million more would only take time.
    const event = events === 0 ? line.loose().parse(parsed) : (parsed as Line);
    events += 1;
    identities.add(`${event.legId}${event.identity}`);
    const key = eventKey(
      event.trackingNumber,
      event.occurredAt === null ? Number.NaN : Date.parse(event.occurredAt),
    );
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts, repeatedIdentities: events - identities.size };
}
