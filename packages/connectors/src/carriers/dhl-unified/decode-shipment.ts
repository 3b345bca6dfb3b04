import { type EventTime, milestoneOf, readIsoTime } from '@milepost/domain';
import { type CodeFate, type Decoding, isIgnored, type ShipmentDecoding } from '../../_kit/index.ts';
import { readCode } from './codes.ts';
import { detailsOf } from './details.ts';
import { type DhlEvent, type DhlShipment, readEvent } from './payload.ts';
import { placeText, zoneHints } from './places.ts';

/** One shipment and its position in the message. `trackingNumber` is the number that the facts belong to. */
export interface NumberedShipment {
  source: DhlShipment;
  trackingNumber: string;
  pointer: string;
}

interface EventTarget {
  decoding: Decoding;
  shipment: ShipmentDecoding;
  service: string;
  isReturn: boolean;
  /**
   * Number of events in the same second. DHL lists newest first, so only the list sorts scans within a
   * second.
   */
  ties: Map<string, number>;
}

/** Events from oldest to newest, then the status where it adds something, then the details. */
export function decodeShipment(
  { source, trackingNumber, pointer }: NumberedShipment,
  decoding: Decoding,
): void {
  const shipment = decoding.shipment(trackingNumber);
  const target: EventTarget = {
    decoding,
    shipment,
    service: source.service ?? '',
    isReturn: source.returnFlag === true || source.returnFlag === 'true',
    ties: new Map(),
  };
  let newestClock = '';
  for (let index = source.events.length - 1; index >= 0; index--) {
    const at = `${pointer}/events/${index}`;
    const event = readEvent(source.events[index]);
    if (event === undefined) decoding.problem('unreadable_event', 'The event is not an object.', at);
    else if (decodeEvent(withCode(event, source.status), at, target)) {
      const clock = clockOf(event);
      if (clock > newestClock) newestClock = clock;
    }
  }
  if (source.status !== undefined) decodeStatus(source.status, newestClock, `${pointer}/status`, target);
  shipment.details(detailsOf(source, trackingNumber, decoding));
}

/** Some divisions send a code only in the status; it belongs to the event of the same time. */
function withCode(event: DhlEvent, status: DhlEvent | undefined): DhlEvent {
  if (event.status !== undefined || event.statusCode !== undefined || status === undefined) return event;
  if (clockOf(event) !== clockOf(status)) return event;
  return { ...event, status: status.status, statusCode: status.statusCode };
}

/**
 * The status repeats the newest event, so it becomes an event only where it is newer than all of them. Wall
 * clocks are compared as written, because only one of the two may carry an offset (as in DHL's own example).
 */
function decodeStatus(status: DhlEvent, newestClock: string, pointer: string, target: EventTarget): void {
  const isRepeated = newestClock !== '' && clockOf(status) <= newestClock;
  if (!isRepeated) decodeEvent(status, pointer, target);
}

/** Returns whether the time was readable. */
function decodeEvent(event: DhlEvent, pointer: string, target: EventTarget): boolean {
  const { decoding, service } = target;
  const place = decoding.place(placeText(event.location));
  const time = event.timestamp === undefined ? null : readIsoTime(event.timestamp, zoneHints(service, place));
  if (time === null) {
    const found =
      event.timestamp === undefined ? 'is missing' : `is ${JSON.stringify(event.timestamp.slice(0, 40))}`;
    decoding.problem('unreadable_time', `timestamp ${found}.`, `${pointer}/timestamp`);
    return false;
  }
  const { fate, code, family, unmapped } = readCode({
    service,
    status: event.status,
    statusCode: event.statusCode,
  });
  if (unmapped !== null) reportUnmapped(unmapped, service, pointer, decoding);
  target.shipment.event(
    {
      time,
      fate: target.isReturn ? onTheWayBack(fate) : fate,
      code,
      subCode: family,
      text: event.description ?? event.status,
      place,
      sequence: sequenceOf(time, target.ties),
    },
    pointer,
  );
  return true;
}

function reportUnmapped(unmapped: string, service: string, pointer: string, decoding: Decoding): void {
  const code = [unmapped, service].filter((part) => part !== '').join(' / ');
  const detail = `The code ${code} is in no table; its coarse statusCode was used.`;
  decoding.problem('unknown_code', detail, pointer, code);
}

/** `returnFlag` applies to the whole shipment: its recipient is the sender. */
function onTheWayBack(fate: CodeFate | undefined): CodeFate | undefined {
  if (fate === undefined || isIgnored(fate) || milestoneOf(fate.subStatus) !== 'delivered') return fate;
  return { ...fate, subStatus: 'returned.to_sender' };
}

function sequenceOf(time: EventTime, ties: Map<string, number>): number | null {
  const count = ties.get(time.localTime) ?? 0;
  ties.set(time.localTime, count + 1);
  // A single event gets no number, because a number could change with the events around it.
  return count === 0 ? null : count;
}

function clockOf(event: DhlEvent): string {
  return event.timestamp?.slice(0, 19) ?? '';
}
