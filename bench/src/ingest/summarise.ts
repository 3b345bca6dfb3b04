import type { LoadRecord } from '@milepost/simulator';
import { percentile, toHundredths } from '../percentile.ts';
import { compareWithStream } from './compare-records.ts';
import type { IngestResult } from './ingest-result.ts';
import type { Arrivals } from './listen-to-stream.ts';

type Flow = Pick<
  IngestResult,
  | 'messagesPerSecond'
  | 'eventsPerSecond'
  | 'acceptMsP50'
  | 'acceptMsP99'
  | 'visibleMsP50'
  | 'visibleMsP99'
  | 'drainMs'
  | 'unseen'
  | 'seenTwice'
>;

/** Throughput and latencies without the warm-up. Missing events are counted over the whole run. */
export function summariseFlow(sent: readonly LoadRecord[], arrivals: Arrivals, warmUpMs: number): Flow {
  const from = startOf(sent) + warmUpMs;
  const accepted = sent.flatMap(([, , dueAt, , at]) => (at === null ? [] : [{ dueAt, at }]));
  const acceptMs = accepted.filter(({ dueAt }) => dueAt >= from).map(({ dueAt, at }) => at - dueAt);
  const { visibleMs, unseen, seenTwice } = compareWithStream(sent, arrivals, from);
  const acceptedAt = accepted.map(({ at }) => at);
  return {
    messagesPerSecond: perSecond(acceptedAt, from),
    eventsPerSecond: perSecond(arrivals.at, from),
    acceptMsP50: percentile(acceptMs, 50),
    acceptMsP99: percentile(acceptMs, 99),
    visibleMsP50: percentile(visibleMs, 50),
    visibleMsP99: percentile(visibleMs, 99),
    drainMs: drainMsOf(acceptedAt, arrivals.at),
    unseen,
    seenTwice,
  };
}

function startOf(sent: readonly LoadRecord[]): number {
  return sent.reduce((earliest, [, , dueAt]) => Math.min(earliest, dueAt), Number.POSITIVE_INFINITY);
}

/** How many a second from a moment to the last of them. */
function perSecond(moments: readonly number[], from: number): number | null {
  const within = moments.filter((at) => at >= from);
  const tookMs = latestOf(within) - from;
  return tookMs > 0 ? Math.round((within.length / tookMs) * 1_000) : null;
}

function drainMsOf(acceptedAt: readonly number[], arrivedAt: readonly number[]): number | null {
  const drainMs = latestOf(arrivedAt) - latestOf(acceptedAt);
  return Number.isFinite(drainMs) ? toHundredths(Math.max(0, drainMs)) : null;
}

function latestOf(moments: readonly number[]): number {
  return moments.reduce((latest, at) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
}
