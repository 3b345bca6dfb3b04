import { type SubStatus, subStatusNames } from '../taxonomy/index.ts';
import { combinedConfidence } from './confidence.ts';
import type { EventFact, FactRecord, RecordedFact } from './fact.ts';
import { compareKeys, isExact, type OrderKey, orderKeyOf } from './order.ts';

/** An event as it is stored. */
export type RecordedEvent = EventFact & FactRecord;

/** One entry of a timeline: an event that one or several sources reported. */
export interface TimelineEntry {
  /** The report that is shown: the most specific, then the one with the highest confidence. */
  lead: RecordedEvent;
  /** Reports of the same event by other sources. */
  twins: RecordedEvent[];
  key: OrderKey;
  /** Combined confidence of all reports, 0 to 1. */
  confidence: number;
}

/** Maximum difference of the times that two sources report for the same scan. */
export const twinToleranceMs = 120_000;

/** Facts → timeline, oldest first: the last revision of each identity, sorted, with twins merged. */
export function timelineOf(facts: readonly RecordedFact[]): TimelineEntry[] {
  const events = newestRevisions(facts).map((fact) => ({ fact, key: orderKeyOf(fact) }));
  events.sort((left, right) => compareKeys(left.key, right.key));
  const entries: TimelineEntry[] = [];
  for (const { fact, key } of events) {
    const twin = findTwin(entries, fact, key);
    if (twin) addReport(twin, fact);
    else entries.push({ lead: fact, twins: [], key, confidence: fact.confidence.value });
  }
  return entries;
}

/**
 * The last received revision of each identity wins. If they are from the same time, the last reading wins,
 * then the greater revision, so that the result is deterministic.
 */
function newestRevisions(facts: readonly RecordedFact[]): RecordedEvent[] {
  const newest = new Map<string, RecordedEvent>();
  for (const fact of facts) {
    if (fact.kind !== 'event') continue;
    const key = `${fact.legId} ${fact.identity}`;
    const current = newest.get(key);
    if (!current || supersedes(fact, current)) newest.set(key, fact);
  }
  return [...newest.values()];
}

function supersedes(fact: FactRecord, current: FactRecord): boolean {
  if (fact.receivedAt !== current.receivedAt) return fact.receivedAt > current.receivedAt;
  if (fact.reading !== current.reading) return fact.reading > current.reading;
  return fact.revision > current.revision;
}

function findTwin(
  entries: readonly TimelineEntry[],
  fact: RecordedEvent,
  key: OrderKey,
): TimelineEntry | null {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (!entry) break;
    // A date without time sorts up to one day away from the exact time of its twin.
    const toleranceMs = isExact(fact) && isExact(entry.lead) ? twinToleranceMs : 86_400_000;
    if (key[0] - entry.key[0] > 86_400_000) break;
    if (key[0] - entry.key[0] <= toleranceMs && areTwins(entry, fact)) return entry;
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

/** Sub-statuses that add no detail to their milestone. */
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
  const [leftPlace, rightPlace] = [left.place, right.place];
  if (leftPlace === null || rightPlace === null) return true;
  if (leftPlace.country && rightPlace.country && leftPlace.country !== rightPlace.country) return false;
  if (leftPlace.name && rightPlace.name)
    return leftPlace.name.toLowerCase() === rightPlace.name.toLowerCase();
  return true;
}

function addReport(entry: TimelineEntry, fact: RecordedEvent): void {
  const reports = [entry.lead, ...entry.twins, fact];
  reports.sort(compareReports);
  const [lead, ...twins] = reports;
  // The list contains at least the lead and the new fact.
  if (lead) entry.lead = lead;
  entry.twins = twins;
  entry.confidence = combinedConfidence(reports.map((report) => report.confidence.value));
}

const specificity = new Map(subStatusNames.map((name) => [name, unspecific.has(name) ? 0 : 1]));

/** Most specific first, then highest confidence, then earliest. */
function compareReports(left: RecordedEvent, right: RecordedEvent): number {
  const bySpecificity = (specificity.get(right.subStatus) ?? 0) - (specificity.get(left.subStatus) ?? 0);
  if (bySpecificity !== 0) return bySpecificity;
  if (left.confidence.value !== right.confidence.value) return right.confidence.value - left.confidence.value;
  return compareKeys(orderKeyOf(left), orderKeyOf(right));
}
