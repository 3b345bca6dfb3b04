import { wallClockOf } from '@milepost/domain';
import {
  apiBase,
  askForEach,
  askOnce,
  CredentialsRefused,
  type HttpAnswer,
  type PollAnswer,
  type PollSession,
} from '../../_kit/index.ts';
import { dutchZone } from './read-times.ts';

export const api = apiBase('https://api.postnl.nl');

/** The complete history of each parcel. There are no batches; an unknown parcel is a 200 with a warning. */
export const poll = askForEach({
  request: (number, session) => {
    const query = `detail=true&language=${session.settings.language ?? 'EN'}`;
    return request(session, `barcode/${encodeURIComponent(number)}?${query}`);
  },
});

function request({ settings, http }: PollSession, path: string): Promise<HttpAnswer> {
  return http({
    method: 'GET',
    url: api.url(settings, `/shipment/v2/status/${path}`),
    headers: { accept: 'application/json', apikey: settings.apiKey ?? '' },
  });
}

const hourMs = 3_600_000;
/**
 * PostNL's limits on one request of the feed: width and age. Five minutes are subtracted for clock
 * differences and for the calls before the last.
 */
const windowMsMax = 2 * hourMs;
const reachMsMax = 48 * hourMs - 5 * 60_000;

export interface Updates {
  /** Verbatim, one for each window, oldest first. The numbers are in the bodies. */
  answers: PollAnswer[];
  /**
   * The period that was covered, milliseconds since 1970 UTC. If `from` is later than requested, poll each
   * open parcel to fill the gap.
   */
  from: number;
  to: number;
}

/**
 * The customer's feed of changes: every parcel whose status changed between two moments (milliseconds since
 * 1970 UTC), with its newest status only. Requests windows of at most two hours, at most 48 hours back.
 * Throws the errors of poll-failures.ts; a missing customer number counts as refused credentials, because a
 * person must add it.
 */
export async function fetchUpdates(session: PollSession, from: number, to: number): Promise<Updates> {
  const { customerNumber } = session.settings;
  if (!customerNumber)
    throw new CredentialsRefused(
      'The feed of changes requires `customerNumber`. Add it to the account settings.',
    );
  const now = session.now();
  const windows = windowsBetween(Math.max(from, now - reachMsMax), Math.min(to, now));
  const answers: PollAnswer[] = [];
  for (const window of windows) {
    const path = `${encodeURIComponent(customerNumber)}/updatedshipments?${periodOf(window)}`;
    answers.push(await askOnce([], session, { request: () => request(session, path) }));
  }
  return { answers, from: windows[0]?.from ?? to, to: windows.at(-1)?.to ?? to };
}

interface Window {
  from: number;
  to: number;
}

/**
 * Windows end on odd hours UTC. Dutch clocks change at 01:00 UTC, so the wall clock never goes back inside a
 * window, and the repeated hour is requested twice.
 */
function windowsBetween(from: number, to: number): Window[] {
  const windows: Window[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, (Math.floor((start - hourMs) / windowMsMax) + 1) * windowMsMax + hourMs);
    windows.push({ from: start, to: end });
    start = end;
  }
  return windows;
}

/**
 * Two `period`s in Dutch wall clock. The end is computed from the start, because the clock may change
 * exactly at the end.
 */
function periodOf({ from, to }: Window): string {
  const begins = wallClockOf(from, dutchZone);
  const wholeSeconds = Math.ceil((to - Math.floor(from / 1000) * 1000) / 1000);
  const ends = new Date(Date.parse(`${begins}Z`) + wholeSeconds * 1000).toISOString().slice(0, 19);
  return `period=${begins}&period=${ends}`;
}
