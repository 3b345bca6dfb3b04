import type { PortalArrival } from '@milepost/contract';
import type { EventTime, ShipmentState, TimeWindow } from '@milepost/domain';
import type { PortalRecord } from '../store/portal-shipment.ts';
import { clockAt, localTimeIn } from './local-clock.ts';

/**
 * When the shipment arrives or arrived, in the local time of the destination. The carrier's estimate takes
 * precedence over the sender's promise.
 */
export function arrivalOf(
  record: PortalRecord,
  state: ShipmentState,
  zone: string | null,
): PortalArrival | null {
  if (state.milestone === 'delivered') return deliveryOf(state, zone);
  const estimate = state.details.estimatedDelivery ?? state.details.promisedDelivery;
  return (estimate && windowOf(estimate, zone)) ?? promiseOf(record, zone);
}

/** With the number alone, only the day is shown. */
export function withoutHours(arrival: PortalArrival | null): PortalArrival | null {
  return arrival && { ...arrival, fromTime: null, toTime: null };
}

/** The delivery time that the carrier states separately is used only when its event has no time of day. */
function deliveryOf({ deliveredAt, details }: ShipmentState, zone: string | null): PortalArrival | null {
  const stated = details.deliveredAt;
  const isVague = deliveredAt === null || deliveredAt.occurredAt === null;
  const time = isVague && stated !== undefined ? stated : deliveredAt;
  if (time === null) return null;
  const { day, hour } = partsOf(clockAt(time, zone).localTime);
  return { kind: 'delivered', fromDay: day, toDay: day, fromTime: hour, toTime: hour };
}

function windowOf({ from, to }: TimeWindow, zone: string | null): PortalArrival | null {
  const [start, end] = [clockOf(from, zone), clockOf(to, zone)];
  const first = start ?? end;
  const last = end ?? start;
  if (first === null || last === null) return null;
  const isWholeDay = isMidnight(start?.hour) && isEndOfDay(end?.hour);
  const hours = isWholeDay
    ? { fromTime: null, toTime: null }
    : { fromTime: start?.hour ?? null, toTime: end?.hour ?? null };
  return { kind: 'expected', fromDay: first.day, toDay: last.day, ...hours };
}

/** A promise is shown as a day, without hours. */
function promiseOf({ promisedFrom, promisedTo }: PortalRecord, zone: string | null): PortalArrival | null {
  const dayOf = (epochMs: number | null): string | null =>
    epochMs === null ? null : (localTimeIn(zone ?? 'UTC', epochMs)?.slice(0, 10) ?? null);
  const [from, to] = [dayOf(promisedFrom), dayOf(promisedTo)];
  const fromDay = from ?? to;
  const toDay = to ?? from;
  if (fromDay === null || toDay === null) return null;
  return { kind: 'expected', fromDay, toDay, fromTime: null, toTime: null };
}

function clockOf(time: EventTime | null, zone: string | null): { day: string; hour: string | null } | null {
  return time && partsOf(clockAt(time, zone).localTime);
}

function partsOf(localTime: string): { day: string; hour: string | null } {
  return { day: localTime.slice(0, 10), hour: localTime.length > 10 ? localTime.slice(11, 16) : null };
}

function isMidnight(hour: string | null | undefined): boolean {
  return hour === '00:00' || hour === null || hour === undefined;
}

function isEndOfDay(hour: string | null | undefined): boolean {
  return hour === '23:59' || hour === '00:00' || hour === null || hour === undefined;
}
