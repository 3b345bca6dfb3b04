import type { Happening } from '../dialect.ts';
import type { Unruliness } from '../faults/fault-rates.ts';
import type { Spells } from '../faults/interruptions.ts';
import { hourMs, minuteMs, standsOnce, wallMsOf } from '../journeys/local-time.ts';
import { between, chance, pick, type Random, wholeBetween } from '../random.ts';

/** One time that a carrier says something about a parcel. */
export interface Telling {
  /** When, milliseconds since 1970 UTC. */
  at: number;
  kind: 'first' | 'repeat' | 'resend' | 'garbage';
  /** What is told, with the garbled code or wrong clock if there is one. For garbage: what it was to be. */
  happening: Happening;
  /** False when the push is lost on the way. Whoever polls sees it all the same. */
  arrives: boolean;
}

export interface TellingsRequest {
  happenings: readonly Happening[];
  unruliness: Unruliness;
  silence: Spells;
  random: Random;
}

/** What can be known of a happening from all that is told of it. */
export type Recoverable = 'whole' | 'without_clock' | 'without_code';

/** Whatever comes late, twice, out of order or at the second try can be recovered whole; the carrier never takes back a wrong code or clock. */
export function recoverableOf(told: Happening): Recoverable {
  if (told.garbledCode !== undefined) return 'without_code';
  return told.clockErrorMinutes === undefined ? 'whole' : 'without_clock';
}

/** Everything a carrier will ever say about a parcel, in the order in which it says it. */
export function planTellings({ happenings, unruliness, silence, random }: TellingsRequest): Telling[] {
  const first = happenings.map((happening) => firstTelling(happening, unruliness, random));
  swapNeighbours(first, unruliness.reorder, random);
  for (const telling of first) telling.at = spokenAgain(telling.at, silence, random);
  const more = first.flatMap((telling) => furtherTellings(telling, unruliness, random));
  for (const telling of more) telling.at = spokenAgain(telling.at, silence, random);
  return [...first, ...more].sort(
    (left, right) => left.at - right.at || left.happening.sequence - right.happening.sequence,
  );
}

/**
 * Scans reach the carrier's own systems within seconds to minutes; late ones wait for a scanner to be docked. They happen at whole minutes, and the lag
 * spreads what is told of them over the minute without a gap.
 */
function firstTelling(happening: Happening, unruliness: Unruliness, random: Random): Telling {
  const lateHours = chance(random, unruliness.delay) ? between(random, 2, 30) : 0;
  const lagMs = between(random, 2_000, 60_000) + lateHours * hourMs;
  const arrives = !chance(random, unruliness.drop);
  return {
    at: Math.round(happening.occurredAt + lagMs),
    kind: 'first',
    happening: mistold(happening, unruliness, random),
    arrives,
  };
}

function mistold(happening: Happening, unruliness: Unruliness, random: Random): Happening {
  if (chance(random, unruliness.unknownCode)) {
    return { ...happening, garbledCode: `ZQ${wholeBetween(random, 10, 99)}` };
  }
  if (!chance(random, unruliness.wrongClock)) return happening;
  const clockErrorMinutes = clockErrorOf(happening, random);
  return clockErrorMinutes === null ? happening : { ...happening, clockErrorMinutes };
}

/**
 * Always backwards: a clock that runs ahead lies in the future when it is told at once and in the past when it is told late, so that what may be
 * believed of it would depend on the speed of the listener.
 */
const clockErrors = [-60, -120, -300, -360, -480, -540] as const;

/** Null where the clocks change between the right and the wrong wall clock, so that the wrong one could be read as two moments. */
function clockErrorOf({ occurredAt, zone }: Happening, random: Random): number | null {
  const minutes = pick(random, clockErrors);
  const wrong = occurredAt + minutes * minuteMs;
  const offsetHolds = wallMsOf(wrong, zone) - wrong === wallMsOf(occurredAt, zone) - occurredAt;
  return offsetHolds && standsOnce(wrong, zone) ? minutes : null;
}

function swapNeighbours(tellings: readonly Telling[], rate: number, random: Random): void {
  for (const [index, telling] of tellings.entries()) {
    const next = tellings[index + 1];
    if (!next || !chance(random, rate)) continue;
    [telling.at, next.at] = [Math.max(telling.at, next.at), lateEnough(next, Math.min(telling.at, next.at))];
  }
}

/** Nobody tells what has not happened yet; what cannot come earlier is told together with its neighbour. */
function lateEnough({ happening }: Telling, wanted: number): number {
  return Math.max(wanted, happening.occurredAt + 1_000);
}

function spokenAgain(at: number, silence: Spells, random: Random): number {
  const end = silence.endAfter(at);
  return end === at ? at : Math.round(end + between(random, 0, hourMs / 2));
}

function furtherTellings(first: Telling, unruliness: Unruliness, random: Random): Telling[] {
  const { at, happening } = first;
  const more: Telling[] = [];
  const add = (kind: Telling['kind'], afterMs: number) =>
    more.push({ at: Math.round(at + afterMs), kind, happening, arrives: true });
  if (!first.arrives) add('resend', between(random, 5 * minuteMs, 6 * hourMs));
  if (chance(random, unruliness.repeat)) add('repeat', between(random, 500, 3 * hourMs));
  if (chance(random, unruliness.garbage)) add('garbage', between(random, 0, minuteMs));
  return more;
}
