import { type SubStatus, wallClockOf } from '@milepost/domain';
import type { Happening } from '../../dialect.ts';

interface Scan {
  event: string;
  status: string;
  dutch: string;
  english: string;
}

export const scans: ReadonlyMap<SubStatus, Scan> = new Map([
  ['info_received.data_received', scan('A71', '1', 'Aangemeld', 'Registered')],
  ['info_received.awaiting_parcel', scan('A01', '1', 'Nog niet ontvangen', 'Not received yet')],
  ['in_transit.dropped_off', scan('X40', '2', 'Ingeleverd', 'Handed in')],
  ['in_transit.accepted', scan('B01', '2', 'Ontvangen', 'Received')],
  ['in_transit.arrived_facility', scan('X50', '5', 'In het sorteercentrum', 'In the sorting centre')],
  ['in_transit.processing', scan('J01', '5', 'Gesorteerd', 'Sorted')],
  ['in_transit.departed_facility', scan('J45', '7', 'Op weg naar het depot', 'On the way to the depot')],
  ['in_transit.departed_origin_country', scan('X19', '7', 'Verzonden', 'Sent abroad')],
  ['in_transit.arrived_destination_country', scan('X02', '5', 'Aangekomen', 'Arrived abroad')],
  ['in_transit.customs_started', scan('X03', '13', 'Bij de douane', 'With customs')],
  ['in_transit.customs_cleared', scan('X04', '7', 'Vrijgegeven', 'Released by customs')],
  ['in_transit.arrived_delivery_depot', scan('J27', '5', 'Gesorteerd op het depot', 'Sorted at the depot')],
  ['in_transit.delivery_changed', scan('A94', '99', 'Bezorging gewijzigd', 'Delivery changed')],
  ['in_transit.to_pickup_point', scan('J55', '7', 'Op weg naar het punt', 'On the way to the point')],
  ['out_for_delivery.with_driver', scan('J05', '7', 'Bezorger onderweg', 'With the driver')],
  ['attempt_failed.not_home', scan('K14', '7', 'Niemand thuis', 'Nobody at home')],
  ['attempt_failed.final', scan('K70', '7', 'Niet bezorgd', 'Not delivered')],
  ['available_for_pickup.ready', scan('J02', '12', 'Ligt klaar', 'Ready for collection')],
  ['delivered.handed_over', scan('I01', '11', 'Bezorgd', 'Delivered')],
  ['delivered.mailbox', scan('I05', '11', 'In de brievenbus', 'In the letterbox')],
  ['delivered.neighbour', scan('I10', '11', 'Bij de buren', 'With the neighbours')],
  ['delivered.collected', scan('I02', '22', 'Afgehaald', 'Collected')],
  ['exception.delayed', scan('K01', '6', 'Vertraagd', 'Delayed')],
  ['exception.damaged', scan('Y04', '8', 'Beschadigd', 'Damaged')],
  ['exception.address_problem', scan('J33', '5', 'Adres onjuist', 'Address wrong')],
  ['exception.refused', scan('Y03', '8', 'Geweigerd', 'Refused')],
  ['returning.started', scan('H20', '8', 'Gaat retour', 'Goes back')],
  ['returned.to_sender', scan('J63', '11', 'Retour afgeleverd', 'Return delivered')],
]);
export const spoken: ReadonlySet<SubStatus> = new Set(scans.keys());

function scan(event: string, status: string, dutch: string, english: string): Scan {
  return { event, status, dutch, english };
}

export const notApplicable = '99';
const phases: Readonly<Record<string, string>> = {
  '1': '1',
  '2': '1',
  '13': '1',
  '5': '2',
  '6': '2',
  '7': '3',
  '8': '3',
  '11': '4',
  '12': '4',
  '22': '4',
};

export interface Row {
  event: Record<string, unknown>;
  status: StatusFields;
}

export interface StatusFields {
  TimeStamp: string;
  StatusCode: string;
  StatusDescription: string;
  PhaseCode: string;
  PhaseDescription: string;
}

/** Newest first. */
export function rowsOf(told: readonly Happening[], language: 'dutch' | 'english'): Row[] {
  return told.toReversed().flatMap((happening) => {
    const words = scans.get(happening.subStatus);
    if (!words) return [];
    const TimeStamp = dayFirst(clockSent(happening));
    // A garbled code is one that PostNL has not published; such rows have been seen beside a status that does not apply.
    const status = happening.garbledCode === undefined ? words.status : notApplicable;
    const event = {
      Code: happening.garbledCode ?? words.event,
      Description: words[language],
      DestinationLocationCode: {},
      LocationCode: facilityOf(happening),
      RouteCode: {},
      RouteName: {},
      TimeStamp,
    };
    return [{ event, status: statusOf(status, TimeStamp, words[language]) }];
  });
}

export function statusOf(StatusCode: string, TimeStamp: string, StatusDescription: string): StatusFields {
  const PhaseCode = phases[StatusCode] ?? notApplicable;
  return { TimeStamp, StatusCode, StatusDescription, PhaseCode, PhaseDescription: `Fase ${PhaseCode}` };
}

/** Before PostNL has the parcel it is nowhere; later the same postcode always gives the same number of six digits. */
function facilityOf({ subStatus, place }: Happening): string {
  if (subStatus.startsWith('info_received.')) return '888888';
  const sum = [...place.postcode].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 700_000, 7);
  return String(100_000 + sum);
}

export function clockSent({ occurredAt, clockErrorMinutes = 0 }: Happening): string {
  return dutchClock(occurredAt + clockErrorMinutes * 60_000);
}

export function dutchClock(instant: number): string {
  return wallClockOf(instant, 'Europe/Amsterdam');
}

/** `2026-03-01T14:05:00` → `01-03-2026 14:05:00` */
function dayFirst(clock: string): string {
  return `${clock.slice(8, 10)}-${clock.slice(5, 7)}-${clock.slice(0, 4)} ${clock.slice(11)}`;
}
