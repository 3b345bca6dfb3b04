import { readIsoTime, wallMsOf } from '@milepost/domain';
import { readDatedStatement, readScanHead, type TrackResult } from './payload.ts';

/** One result with the place in the message where it stands. */
export interface PlacedResult {
  result: TrackResult;
  pointer: string;
}

interface ResultsByUse {
  newest: readonly PlacedResult[];
  older: readonly PlacedResult[];
}

/**
 * Numbers are used again after some months, and the answer then holds a result for each use, told apart by `trackingNumberUniqueId`.
 * Facts belong to the number, so only the newest use may speak. Which one is newest the id does not tell: Express puts a Julian day in
 * front of it, Ground a number that means nothing to us.
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

/** The unique id of a result; empty where none is told. */
export function useOf(result: TrackResult): string {
  return result.trackingNumberInfo?.trackingNumberUniqueId ?? '';
}

const never = Number.NEGATIVE_INFINITY;

/** Statements about the past; an estimate or an appointment says nothing about how new a use is. */
const pastStatements: ReadonlySet<string | undefined> = new Set([
  'SHIP',
  'SHIPMENT_DATA_RECEIVED',
  'ACTUAL_TENDER',
  'ACTUAL_PICKUP',
  'ACTUAL_DELIVERY',
]);

/** For comparison only: the newest scan, or where there is none the newest date stated. */
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

/** Not `Math.max(…)`, which fails on a list as long as a hostile answer can make it. */
function newestOf(moments: readonly number[]): number {
  return moments.reduce((newest, moment) => Math.max(newest, moment), never);
}

/** A clock without offset is read as UTC, which is near enough to tell months apart. */
function momentOf(text: string | undefined): number {
  const time = text === undefined ? null : readIsoTime(text);
  return time === null ? never : (time.occurredAt ?? wallMsOf(time) ?? never);
}
