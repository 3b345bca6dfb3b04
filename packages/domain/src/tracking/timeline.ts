import { type SubStatus, subStatusNames } from '../taxonomy/index.ts';
import { raisedByTwins } from './confidence.ts';
import type { EventFact, FactRecord, RecordedFact } from './fact.ts';
import { compareKeys, isExact, type OrderKey, orderKeyOf } from './order.ts';

/** An event as the record holds it. */
export type RecordedEvent = EventFact & FactRecord;

/** One line of a timeline: a happening, told by one source or by several. */
export interface TimelineEntry {
  /** The telling that is shown: the surest, then the most exact. */
  lead: RecordedEvent;
  /** Other tellings of the same happening by other sources. */
  twins: RecordedEvent[];
  key: OrderKey;
  /** Confidence of all tellings together. */
  confidence: number;
}

/** Two sources may stamp one scan this far apart. */
export const twinToleranceMs = 120_000;

/** Facts → one line per happening, oldest first: the newest revision of each identity, in order, twins merged. */
export function timelineOf(facts: readonly RecordedFact[]): TimelineEntry[] {
  const events = newestRevisions(facts).map((fact) => ({ fact, key: orderKeyOf(fact) }));
  events.sort((left, right) => compareKeys(left.key, right.key));
  const entries: TimelineEntry[] = [];
  for (const { fact, key } of events) {
    const twin = findTwin(entries, fact, key);
    if (twin) addTelling(twin, fact);
    else entries.push({ lead: fact, twins: [], key, confidence: fact.confidence.value });
  }
  return entries;
}

/** Of several tellings with one identity the one received last holds; of several readings of one message the last; else the revision decides, so that it is never chance. */
function newestRevisions(facts: readonly RecordedFact[]): RecordedEvent[] {
  const newest = new Map<string, RecordedEvent>();
  for (const fact of facts) {
    if (fact.kind !== 'event') continue;
    const key = `${fact.legId} ${fact.identity}`;
    const held = newest.get(key);
    if (!held || supersedes(fact, held)) newest.set(key, fact);
  }
  return [...newest.values()];
}

function supersedes(fact: FactRecord, held: FactRecord): boolean {
  if (fact.receivedAt !== held.receivedAt) return fact.receivedAt > held.receivedAt;
  if (fact.reading !== held.reading) return fact.reading > held.reading;
  return fact.revision > held.revision;
}

function findTwin(
  entries: readonly TimelineEntry[],
  fact: RecordedEvent,
  key: OrderKey,
): TimelineEntry | null {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (!entry) break;
    // A mere day sorts up to a day away from the exact time that is its twin.
    const reach = isExact(fact) && isExact(entry.lead) ? twinToleranceMs : 86_400_000;
    if (key[0] - entry.key[0] > 86_400_000) break;
    if (key[0] - entry.key[0] <= reach && areTwins(entry, fact)) return entry;
  }
  return null;
}

function areTwins(entry: TimelineEntry, fact: RecordedEvent): boolean {
  const { lead } = entry;
  if (lead.source === fact.source || entry.twins.some((twin) => twin.source === fact.source)) return false;
  return (
    lead.milestone === fact.milestone &&
    lead.classifier === fact.classifier &&
    areCompatibleMeanings(lead.subStatus, fact.subStatus) &&
    areCompatibleTimes(lead, fact) &&
    areCompatiblePlaces(lead, fact)
  );
}

function areCompatibleTimes(left: EventFact, right: EventFact): boolean {
  if (isExact(left) && isExact(right)) return true;
  return left.time.localTime.slice(0, 10) === right.time.localTime.slice(0, 10);
}

/** The first sub-status of these says nothing more than the milestone. */
const unspecific: ReadonlySet<SubStatus> = new Set([
  'info_received.data_received',
  'info_received.label_created',
  'in_transit.moving',
  'out_for_delivery.with_driver',
  'available_for_pickup.ready',
  'attempt_failed.unspecified',
  'delivered.handed_over',
  'exception.unspecified',
  'returning.started',
  'returning.moving',
  'returned.to_sender',
]);

function areCompatibleMeanings(left: SubStatus, right: SubStatus): boolean {
  return left === right || unspecific.has(left) || unspecific.has(right);
}

function areCompatiblePlaces(left: EventFact, right: EventFact): boolean {
  const one = left.place;
  const other = right.place;
  if (one === null || other === null) return true;
  if (one.country && other.country && one.country !== other.country) return false;
  if (one.name && other.name) return one.name.toLowerCase() === other.name.toLowerCase();
  return true;
}

function addTelling(entry: TimelineEntry, fact: RecordedEvent): void {
  const tellings = [entry.lead, ...entry.twins, fact];
  tellings.sort(surestFirst);
  const [lead, ...twins] = tellings;
  // The list holds at least the two tellings it was built from.
  if (lead) entry.lead = lead;
  entry.twins = twins;
  entry.confidence = raisedByTwins(tellings.map((telling) => telling.confidence.value));
}

const detail = new Map(subStatusNames.map((name) => [name, unspecific.has(name) ? 0 : 1]));

function surestFirst(left: RecordedEvent, right: RecordedEvent): number {
  const byDetail = (detail.get(right.subStatus) ?? 0) - (detail.get(left.subStatus) ?? 0);
  if (byDetail !== 0) return byDetail;
  if (left.confidence.value !== right.confidence.value) return right.confidence.value - left.confidence.value;
  return compareKeys(orderKeyOf(left), orderKeyOf(right));
}
