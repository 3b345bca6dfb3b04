import { readIsoTime, wallMsOf } from '@milepost/domain';
import { readDatedStatement, readScanHead, type TrackResult } from './payload.ts';

/** One result and its pointer in the message. */
export interface PlacedResult {
  result: TrackResult;
  pointer: string;
}

interface ResultsByUse {
  newest: readonly PlacedResult[];
  older: readonly PlacedResult[];
}

/**
 * Numbers are reused after some months, and the answer then contains a result for each use, distinguished by
 * `trackingNumberUniqueId`. Facts belong to the number, so only the newest use is read. The id does not show
 * which one is newest: at Express it begins with a Julian day, at Ground with an opaque number.
 */
export function resultsByUse(results: readonly PlacedResult[]): ResultsByUse {
  const isOneUse = results.length < 2 || new Set(results.map(({ result }) => useOf(result))).size === 1;
  if (isOneUse) return { newest: results, older: [] };
  const moments = results.map(({ result }) => newestMomentOf(result));
  const best = results[moments.indexOf(newestOf(moments))];
  const use = best === undefined ? '' : useOf(best.result);
  return {
    newest: results.filter(({ result }) => useOf(result) === use),
    older: results.filter(({ result }) => useOf(result) !== use),
  };
}

/** The unique id of a result; empty if there is none. */
export function useOf(result: TrackResult): string {
  return result.trackingNumberInfo?.trackingNumberUniqueId ?? '';
}

const never = Number.NEGATIVE_INFINITY;

/** Only times in the past; an estimate or an appointment does not show how recent a use is. */
const pastStatements: ReadonlySet<string | undefined> = new Set([
  'SHIP',
  'SHIPMENT_DATA_RECEIVED',
  'ACTUAL_TENDER',
  'ACTUAL_PICKUP',
  'ACTUAL_DELIVERY',
]);

/** For comparison only: the newest scan, or else the newest stated date. */
function newestMomentOf(result: TrackResult): number {
  const scans = result.scanEvents.map((item) => momentOf(readScanHead(item)?.date));
  const newestScan = newestOf(scans);
  if (newestScan > never) return newestScan;
  const stated = result.dateAndTimes.map((item) => {
    const { type, dateTime } = readDatedStatement(item) ?? {};
    return pastStatements.has(type) ? momentOf(dateTime) : never;
  });
  return newestOf(stated);
}

/** Not `Math.max(…)`, which fails on a very long list. */
function newestOf(moments: readonly number[]): number {
  return moments.reduce((newest, moment) => Math.max(newest, moment), never);
}

/** A clock without offset is read as UTC, which is exact enough to compare months. */
function momentOf(text: string | undefined): number {
  const time = text === undefined ? null : readIsoTime(text);
  return time === null ? never : (time.occurredAt ?? wallMsOf(time) ?? never);
}
