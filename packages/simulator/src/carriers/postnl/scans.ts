import { type SubStatus, wallClockOf } from '@milepost/domain';
import type { JourneyEvent } from '../../dialect.ts';

interface Scan {
  event: string;
  status: string;
  dutch: string;
  english: string;
}

export const scans: ReadonlyMap<SubStatus, Scan> = new Map([
  ['info_received.data_received', scanOf('A71', '1', 'Aangemeld', 'Registered')],
  ['info_received.awaiting_parcel', scanOf('A01', '1', 'Nog niet ontvangen', 'Not received yet')],
  ['in_transit.dropped_off', scanOf('X40', '2', 'Ingeleverd', 'Handed in')],
  ['in_transit.accepted', scanOf('B01', '2', 'Ontvangen', 'Received')],
  ['in_transit.arrived_facility', scanOf('X50', '5', 'In het sorteercentrum', 'In the sorting centre')],
  ['in_transit.processing', scanOf('J01', '5', 'Gesorteerd', 'Sorted')],
  ['in_transit.departed_facility', scanOf('J45', '7', 'Op weg naar het depot', 'On the way to the depot')],
  ['in_transit.departed_origin_country', scanOf('X19', '7', 'Verzonden', 'Sent abroad')],
  ['in_transit.arrived_destination_country', scanOf('X02', '5', 'Aangekomen', 'Arrived abroad')],
  ['in_transit.customs_started', scanOf('X03', '13', 'Bij de douane', 'With customs')],
  ['in_transit.customs_cleared', scanOf('X04', '7', 'Vrijgegeven', 'Released by customs')],
  ['in_transit.arrived_delivery_depot', scanOf('J27', '5', 'Gesorteerd op het depot', 'Sorted at the depot')],
  ['in_transit.delivery_changed', scanOf('A94', '99', 'Bezorging gewijzigd', 'Delivery changed')],
  ['in_transit.to_pickup_point', scanOf('J55', '7', 'Op weg naar het punt', 'On the way to the point')],
  ['out_for_delivery.with_driver', scanOf('J05', '7', 'Bezorger onderweg', 'With the driver')],
  ['attempt_failed.not_home', scanOf('K14', '7', 'Niemand thuis', 'Not at home')],
  ['attempt_failed.final', scanOf('K70', '7', 'Niet bezorgd', 'Not delivered')],
  ['available_for_pickup.ready', scanOf('J02', '12', 'Ligt klaar', 'Ready for collection')],
  ['delivered.handed_over', scanOf('I01', '11', 'Bezorgd', 'Delivered')],
  ['delivered.mailbox', scanOf('I05', '11', 'In de brievenbus', 'In the letterbox')],
  ['delivered.neighbour', scanOf('I10', '11', 'Bij de buren', 'With the neighbours')],
  ['delivered.collected', scanOf('I02', '22', 'Afgehaald', 'Collected')],
  ['exception.delayed', scanOf('K01', '6', 'Vertraagd', 'Delayed')],
  ['exception.damaged', scanOf('Y04', '8', 'Beschadigd', 'Damaged')],
  ['exception.address_problem', scanOf('J33', '5', 'Adres onjuist', 'Address wrong')],
  ['exception.refused', scanOf('Y03', '8', 'Geweigerd', 'Refused')],
  ['returning.started', scanOf('H20', '8', 'Gaat retour', 'Goes back')],
  ['returned.to_sender', scanOf('J63', '11', 'Retour afgeleverd', 'Return delivered')],
]);
export const supported: ReadonlySet<SubStatus> = new Set(scans.keys());

function scanOf(event: string, status: string, dutch: string, english: string): Scan {
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
export function rowsOf(reported: readonly JourneyEvent[], language: 'dutch' | 'english'): Row[] {
  return reported.toReversed().flatMap((journeyEvent) => {
    const scan = scans.get(journeyEvent.subStatus);
    if (!scan) return [];
    const TimeStamp = dayFirst(clockSent(journeyEvent));
    // PostNL sends unpublished codes beside the status “not applicable”.
    const status = journeyEvent.garbledCode === undefined ? scan.status : notApplicable;
    const event = {
      Code: journeyEvent.garbledCode ?? scan.event,
      Description: scan[language],
      DestinationLocationCode: {},
      LocationCode: facilityOf(journeyEvent),
      RouteCode: {},
      RouteName: {},
      TimeStamp,
    };
    return [{ event, status: statusOf(status, TimeStamp, scan[language]) }];
  });
}

export function statusOf(StatusCode: string, TimeStamp: string, StatusDescription: string): StatusFields {
  const PhaseCode = phases[StatusCode] ?? notApplicable;
  return { TimeStamp, StatusCode, StatusDescription, PhaseCode, PhaseDescription: `Fase ${PhaseCode}` };
}

/** `888888` before PostNL has the parcel. Afterwards each postcode always gives the same six-digit number. */
function facilityOf({ subStatus, place }: JourneyEvent): string {
  if (subStatus.startsWith('info_received.')) return '888888';
  const sum = [...place.postcode].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 700_000, 7);
  return String(100_000 + sum);
}

export function clockSent({ occurredAt, clockErrorMinutes = 0 }: JourneyEvent): string {
  return dutchClock(occurredAt + clockErrorMinutes * 60_000);
}

export function dutchClock(instant: number): string {
  return wallClockOf(instant, 'Europe/Amsterdam');
}

/** `2026-03-01T14:05:00` → `01-03-2026 14:05:00` */
function dayFirst(clock: string): string {
  return `${clock.slice(8, 10)}-${clock.slice(5, 7)}-${clock.slice(0, 4)} ${clock.slice(11)}`;
}
