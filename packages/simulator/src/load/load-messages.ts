import type { Credentials, Dialect, JourneyEvent, Parcel } from '../dialect.ts';
import { faultRatePresets } from '../faults/fault-rates.ts';
import { dayMs } from '../journeys/local-time.ts';
import { CarrierPlan } from '../world/carrier-plan.ts';
import type { LoadRequest } from './open-connection.ts';

export interface LoadTarget {
  dialect: Dialect;
  hookUrl: string;
  credentials: Credentials;
}

export interface LoadMessagesRequest {
  seed: number;
  /** The parcels are divided evenly among the targets. */
  targets: readonly LoadTarget[];
  parcels: number;
  /** All events occur before this, milliseconds since 1970 UTC. */
  before: number;
}

/** A complete push request and the event it contains. */
export interface LoadMessage {
  target: LoadTarget;
  trackingNumber: string;
  event: JourneyEvent;
  request: LoadRequest;
}

/** Parcels whose journeys are interleaved, so that adjacent messages belong to different parcels. */
const blockLength = 5_000;
/** The longest journeys take three weeks; labels are created in the three weeks before those. */
const journeyDaysMax = 24;
const labelDays = 21;

/**
 * The messages of a load: every event of every parcel once, so that each is new. Adjacent messages belong to
 * different parcels and carriers; the messages of one parcel keep their order.
 */
export class LoadMessages {
  readonly #sources: readonly LoadSource[];

  /** Throws a RangeError for a target whose carrier does not push. */
  constructor({ seed, targets, parcels, before }: LoadMessagesRequest) {
    const to = before - journeyDaysMax * dayMs;
    this.#sources = targets.map((target, index) => {
      const { dialect, credentials } = target;
      if (!dialect.push) throw new RangeError(`${dialect.carrier} does not push.`);
      const share = Math.floor(parcels / targets.length) + (index < parcels % targets.length ? 1 : 0);
      const faultRates = faultRatePresets.none;
      const labels = { from: to - labelDays * dayMs, to };
      const plan = new CarrierPlan({ seed, dialect, credentials, parcels: share, faultRates, ...labels });
      return { target, plan };
    });
  }

  /** The number of messages. Plans every journey once. */
  count(): number {
    let count = 0;
    for (const { plan } of this.#sources) {
      for (let index = 0; index < plan.size; index++) count += plan.plan(index).events.length;
    }
    return count;
  }

  *parcels(): Generator<Parcel> {
    for (const { plan } of this.#sources) {
      for (let index = 0; index < plan.size; index++) yield plan.plan(index).parcel;
    }
  }

  *[Symbol.iterator](): Generator<LoadMessage> {
    const longest = Math.max(0, ...this.#sources.map(({ plan }) => plan.size));
    for (let start = 0; start < longest; start += blockLength) yield* this.#block(start);
  }

  *#block(start: number): Generator<LoadMessage> {
    for (let round = 0, reported = true; reported; round++) {
      reported = false;
      for (let index = start; index < start + blockLength; index++) {
        for (const source of this.#sources) {
          if (index >= source.plan.size) continue;
          const { parcel, events } = source.plan.plan(index);
          const event = events[round];
          if (!event) continue;
          reported = true;
          yield* messagesOf(source.target, parcel, event);
        }
      }
    }
  }
}

interface LoadSource {
  target: LoadTarget;
  plan: CarrierPlan;
}

function messagesOf(target: LoadTarget, parcel: Parcel, event: JourneyEvent): LoadMessage[] {
  const { dialect, credentials, hookUrl } = target;
  const pushes = dialect.push?.(parcel, [event], credentials) ?? [];
  return pushes.map(({ headers, body }) => ({
    target,
    trackingNumber: parcel.trackingNumber,
    event,
    request: requestOf(hookUrl, headers, body),
  }));
}

function requestOf(hookUrl: string, headers: Readonly<Record<string, string>>, body: string): LoadRequest {
  const { pathname, search } = new URL(hookUrl);
  return { path: `${pathname}${search}`, headers: Object.entries(headers).flat(), body: Buffer.from(body) };
}
