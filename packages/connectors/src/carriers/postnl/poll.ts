import { wallClockOf } from '@milepost/domain';
import {
  answerOrFailure,
  CredentialsRefused,
  type HttpAnswer,
  type Poll,
  type PollAnswer,
  type PollSession,
} from '../../_kit/index.ts';
import { dutchZone } from './read-times.ts';

/** The complete history of each parcel. There is no batch; an unknown parcel is a 200 with a warning. */
export const poll: Poll = {
  async fetch(numbers, session) {
    const answers: PollAnswer[] = [];
    for (const number of numbers) {
      const query = `detail=true&language=${session.settings.language}`;
      const answer = await ask(session, `barcode/${encodeURIComponent(number)}?${query}`);
      answers.push(asPollAnswer(answer, [number]));
    }
    return answers;
  },
};

const hourMs = 3_600_000;
/** PostNL's own limits on one request of the feed: width and age. Five minutes are left for clocks that differ and for the calls before the last. */
const windowMsMax = 2 * hourMs;
const reachMsMax = 48 * hourMs - 5 * 60_000;

export interface Updates {
  /** Verbatim, one for each window, oldest first. The numbers are in the bodies. */
  answers: PollAnswer[];
  /** What was really asked for, milliseconds since 1970 UTC. A `from` later than the one wanted leaves a gap: ask for each open parcel there. */
  from: number;
  to: number;
}

/**
 * The feed of changes of a customer: every parcel whose status changed between two moments (milliseconds since 1970 UTC), with its newest
 * status only. Asks in windows of at most two hours and not further back than 48. Throws the errors of errors.ts; an account without customer
 * number counts as credentials that a person must complete.
 */
export async function fetchUpdates(session: PollSession, from: number, to: number): Promise<Updates> {
  const { customerNumber } = session.settings;
  if (!customerNumber)
    throw new CredentialsRefused('The feed of changes needs the customer number in the settings.');
  const now = session.now();
  const windows = windowsBetween(Math.max(from, now - reachMsMax), Math.min(to, now));
  const answers: PollAnswer[] = [];
  for (const window of windows) {
    const path = `${encodeURIComponent(customerNumber)}/updatedshipments?${periodOf(window)}`;
    answers.push(asPollAnswer(await ask(session, path), []));
  }
  return { answers, from: windows[0]?.from ?? to, to: windows.at(-1)?.to ?? to };
}

interface Window {
  from: number;
  to: number;
}

/**
 * Windows end on odd hours UTC. Dutch clocks change at 01:00 UTC, so inside a window the wall clock only ever goes forward,
 * and the hour that stands twice is asked for twice.
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

/** Two `period`s in Dutch wall clock. The end is counted from the beginning, because the clock may jump right at it. */
function periodOf({ from, to }: Window): string {
  const begins = wallClockOf(from, dutchZone);
  const wholeSeconds = Math.ceil((to - Math.floor(from / 1000) * 1000) / 1000);
  const ends = new Date(Date.parse(`${begins}Z`) + wholeSeconds * 1000).toISOString().slice(0, 19);
  return `period=${begins}&period=${ends}`;
}

async function ask(session: PollSession, path: string): Promise<HttpAnswer> {
  const { baseUrl, apiKey = '' } = session.settings;
  const answer = await session.http({
    method: 'GET',
    url: `${baseUrl}/shipment/v2/status/${path}`,
    headers: { accept: 'application/json', apikey: apiKey },
  });
  return answerOrFailure(answer, session.now());
}

function asPollAnswer(answer: HttpAnswer, numbers: readonly string[]): PollAnswer {
  return { body: answer.body, contentType: answer.headers['content-type'] ?? null, numbers };
}
