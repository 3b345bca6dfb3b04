import { type EventTime, milestoneOf, readIsoTime } from '@milepost/domain';
import { type CodeFate, type Decoding, isIgnored, type ShipmentDecoding } from '../../_kit/index.ts';
import { readCode } from './codes.ts';
import { detailsOf } from './details.ts';
import { readEvent, type SaidEvent, type SaidShipment } from './payload.ts';
import { placeText, zoneHints } from './places.ts';

/** One shipment of a message and where in it: `trackingNumber` is the number the facts go to. */
export interface Told {
  said: SaidShipment;
  trackingNumber: string;
  pointer: string;
}

interface Walk {
  decoding: Decoding;
  shipment: ShipmentDecoding;
  service: string;
  isReturn: boolean;
  /** How many events of one second were seen. DHL lists newest first, so only the list tells the order of scans within a second. */
  ties: Map<string, number>;
}

/** Events from the oldest to the newest, then the status where it tells more, then the details. */
export function decodeShipment({ said, trackingNumber, pointer }: Told, decoding: Decoding): void {
  const shipment = decoding.shipment(trackingNumber);
  const walk: Walk = {
    decoding,
    shipment,
    service: said.service ?? '',
    isReturn: said.returnFlag === true || said.returnFlag === 'true',
    ties: new Map(),
  };
  let newestClock = '';
  for (let index = said.events.length - 1; index >= 0; index--) {
    const at = `${pointer}/events/${index}`;
    const event = readEvent(said.events[index]);
    if (event === undefined) decoding.problem('unreadable_event', 'The event is no object.', at);
    else if (decodeEvent(withCode(event, said.status), at, walk)) {
      const clock = clockOf(event);
      if (clock > newestClock) newestClock = clock;
    }
  }
  if (said.status !== undefined) decodeStatus(said.status, newestClock, `${pointer}/status`, walk);
  shipment.details(detailsOf(said, trackingNumber, decoding));
}

/** Some divisions give a code only to the status; the event of the same moment is the one it speaks of. */
function withCode(event: SaidEvent, status: SaidEvent | undefined): SaidEvent {
  if (event.status !== undefined || event.statusCode !== undefined || status === undefined) return event;
  if (clockOf(event) !== clockOf(status)) return event;
  return { ...event, status: status.status, statusCode: status.statusCode };
}

/**
 * The status repeats the newest event, so it becomes an event only where the list has none so new. Wall clocks are compared as written,
 * because the two may differ in whether they carry an offset (DHL's own example).
 */
function decodeStatus(status: SaidEvent, newestClock: string, pointer: string, walk: Walk): void {
  const isRepeated = newestClock !== '' && clockOf(status) <= newestClock;
  if (!isRepeated) decodeEvent(status, pointer, walk);
}

/** Whether the event had a readable time. */
function decodeEvent(event: SaidEvent, pointer: string, walk: Walk): boolean {
  const { decoding, service } = walk;
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
  walk.shipment.event(
    {
      time,
      fate: walk.isReturn ? onTheWayBack(fate) : fate,
      code,
      subCode: family,
      text: event.description ?? event.status,
      place,
      sequence: sequenceOf(time, walk.ties),
    },
    pointer,
  );
  return true;
}

function reportUnmapped(unmapped: string, service: string, pointer: string, decoding: Decoding): void {
  const code = [unmapped, service].filter((part) => part !== '').join(' / ');
  const detail = `No table knows the code ${code}; the coarse statusCode beside it was used.`;
  decoding.problem('unknown_code', detail, pointer, code);
}

/** `returnFlag` turns the whole run round: who takes the parcel is the sender. */
function onTheWayBack(fate: CodeFate | undefined): CodeFate | undefined {
  if (fate === undefined || isIgnored(fate) || milestoneOf(fate.subStatus) !== 'delivered') return fate;
  return { ...fate, subStatus: 'returned.to_sender' };
}

function sequenceOf(time: EventTime, ties: Map<string, number>): number | null {
  const count = ties.get(time.localTime) ?? 0;
  ties.set(time.localTime, count + 1);
  // A lone event keeps no number that could change with its neighbours.
  return count === 0 ? null : count;
}

function clockOf(event: SaidEvent): string {
  return event.timestamp?.slice(0, 19) ?? '';
}
