import type { Credentials, Dialect, Happening, Parcel } from '../dialect.ts';
import { unrulinessPresets } from '../faults/fault-rates.ts';
import { dayMs } from '../journeys/local-time.ts';
import { CarrierPlan } from '../world/carrier-plan.ts';

export interface LoadTarget {
  dialect: Dialect;
  hookUrl: string;
  credentials: Credentials;
}

export interface LoadMessagesRequest {
  seed: number;
  /** The parcels are shared out evenly among the targets. */
  targets: readonly LoadTarget[];
  parcels: number;
  /** Everything happened before this, milliseconds since 1970 UTC. */
  before: number;
}

/** A push, complete as it goes over the wire, and what it tells. */
export interface LoadMessage {
  target: LoadTarget;
  trackingNumber: string;
  happening: Happening;
  /** HTTP/1.1 request with its body. */
  request: Buffer;
}

/** Parcels whose journeys are told side by side, so that neighbouring messages speak of different ones. */
const blockLength = 5_000;
/** The longest journeys take three weeks; labels are made in the three before those. */
const journeyDaysMax = 24;
const labelDays = 21;

/**
 * The messages of a load: every happening of every parcel once, so that each is news. Next to each other stand messages of different parcels and
 * carriers; of one parcel they come in the order in which they happened.
 */
export class LoadMessages {
  readonly #lots: readonly Lot[];

  /** Throws a RangeError for a target whose carrier does not push. */
  constructor({ seed, targets, parcels, before }: LoadMessagesRequest) {
    const to = before - journeyDaysMax * dayMs;
    this.#lots = targets.map((target, index) => {
      const { dialect, credentials } = target;
      if (!dialect.push) throw new RangeError(`${dialect.carrier} does not push.`);
      const share = Math.floor(parcels / targets.length) + (index < parcels % targets.length ? 1 : 0);
      const unruliness = unrulinessPresets.calm;
      const labels = { from: to - labelDays * dayMs, to };
      const plan = new CarrierPlan({ seed, dialect, credentials, parcels: share, unruliness, ...labels });
      return { target, plan };
    });
  }

  /** How many messages there are. Plans every journey once. */
  count(): number {
    let count = 0;
    for (const { plan } of this.#lots) {
      for (let index = 0; index < plan.size; index++) count += plan.plan(index).happenings.length;
    }
    return count;
  }

  *parcels(): Generator<Parcel> {
    for (const { plan } of this.#lots) {
      for (let index = 0; index < plan.size; index++) yield plan.plan(index).parcel;
    }
  }

  *[Symbol.iterator](): Generator<LoadMessage> {
    const longest = Math.max(0, ...this.#lots.map(({ plan }) => plan.size));
    for (let start = 0; start < longest; start += blockLength) yield* this.#block(start);
  }

  *#block(start: number): Generator<LoadMessage> {
    for (let round = 0, told = true; told; round++) {
      told = false;
      for (let index = start; index < start + blockLength; index++) {
        for (const lot of this.#lots) {
          if (index >= lot.plan.size) continue;
          const { parcel, happenings } = lot.plan.plan(index);
          const happening = happenings[round];
          if (!happening) continue;
          told = true;
          yield* messagesOf(lot.target, parcel, happening);
        }
      }
    }
  }
}

interface Lot {
  target: LoadTarget;
  plan: CarrierPlan;
}

function messagesOf(target: LoadTarget, parcel: Parcel, happening: Happening): LoadMessage[] {
  const { dialect, credentials, hookUrl } = target;
  const pushes = dialect.push?.(parcel, [happening], credentials) ?? [];
  return pushes.map(({ headers, body }) => ({
    target,
    trackingNumber: parcel.trackingNumber,
    happening,
    request: requestOf(hookUrl, headers, body),
  }));
}

function requestOf(hookUrl: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const { host, pathname, search } = new URL(hookUrl);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `POST ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}content-length: ${length}\r\n\r\n${body}`,
  );
}
