import type { Milestone } from './milestones.ts';

/**
 * One entry of the table of sub-statuses. Names are `<milestone>.<detail>`.
 *
 * Two marks change how an event affects the state of a shipment (see tracking/step.ts):
 *
 * - `weight: 'note'`: shown on the timeline; changes the state only if no other event is known;
 * - `ends`: ends the journey although its milestone does not.
 */
export interface SubStatusEntry {
  meaning: string;
  weight?: 'note';
  ends?: true;
}

const entries = {
  'pending.registered': { meaning: 'Registered; the carrier has not been asked yet.' },
  'pending.not_found': { meaning: 'The carrier does not know this number yet.' },
  'pending.invalid_number': { meaning: 'The number is invalid according to the carrier or its check digit.' },
  'pending.carrier_unknown': { meaning: 'The carrier of this number could not be determined.' },
  'pending.details_needed': { meaning: 'The carrier requires a postcode, phone number or account.' },
  'pending.no_answer': { meaning: 'The carrier did not answer. This is independent of the parcel.' },

  'info_received.label_created': { meaning: 'The label was created.' },
  'info_received.data_received': { meaning: 'The carrier confirmed the shipment data.' },
  'info_received.pickup_scheduled': { meaning: 'Collection by the carrier is booked.' },
  'info_received.pickup_failed': { meaning: 'The carrier could not collect the parcel.' },
  'info_received.awaiting_parcel': { meaning: 'The carrier has the data and is waiting for the parcel.' },

  'in_transit.dropped_off': { meaning: 'Left at a drop-off point, not in the depot yet.' },
  'in_transit.accepted': { meaning: 'First scan by the carrier.' },
  'in_transit.arrived_facility': { meaning: 'Reached a hub or depot.' },
  'in_transit.processing': { meaning: 'Being sorted or handled at a hub.' },
  'in_transit.departed_origin': { meaning: 'Left the first depot.' },
  'in_transit.departed_facility': { meaning: 'Left a hub or depot.' },
  'in_transit.moving': { meaning: 'In transit, no details.' },
  'in_transit.handed_to_partner': { meaning: 'Handed over to the next carrier.' },
  'in_transit.departed_origin_country': { meaning: "Left the sender's country." },
  'in_transit.arrived_destination_country': { meaning: "Reached the recipient's country." },
  'in_transit.customs_started': { meaning: 'In customs, as usual.' },
  'in_transit.customs_cleared': { meaning: 'Released by customs.' },
  'in_transit.arrived_delivery_depot': { meaning: 'At the depot that will deliver it.' },
  'in_transit.to_pickup_point': { meaning: 'On its way to a shop or locker.' },
  'in_transit.delivery_scheduled': { meaning: 'A delivery day or appointment is set.', weight: 'note' },
  'in_transit.delivery_changed': {
    meaning: 'The delivery day, address or method was changed.',
    weight: 'note',
  },
  'in_transit.forwarded': { meaning: 'Redirected to another address.' },
  'in_transit.address_corrected': { meaning: 'The carrier corrected the address.', weight: 'note' },
  'in_transit.problem_solved': { meaning: 'An earlier problem was resolved.' },
  'in_transit.information': { meaning: 'A note without effect on the status.', weight: 'note' },

  'out_for_delivery.with_driver': { meaning: 'Loaded for delivery.' },
  'out_for_delivery.recipient_contacted': { meaning: 'The driver contacted the recipient.' },
  'out_for_delivery.window_confirmed': { meaning: 'The time window for today is known.' },
  'out_for_delivery.arriving_soon': { meaning: 'Close to the address.' },

  'available_for_pickup.ready': { meaning: 'Can be collected now.' },
  'available_for_pickup.ready_later': { meaning: 'At the pickup point; can be collected later.' },
  'available_for_pickup.diverted': { meaning: 'Taken to a pickup point instead of the address.' },
  'available_for_pickup.last_call': { meaning: 'The collection deadline is near.' },

  'attempt_failed.unspecified': { meaning: 'Delivery attempt failed; no reason given.' },
  'attempt_failed.not_home': { meaning: 'No one was at home.' },
  'attempt_failed.closed': { meaning: 'The business was closed.' },
  'attempt_failed.no_access': { meaning: 'The driver had no access to the address.' },
  'attempt_failed.address_not_found': { meaning: 'The driver could not find the address.' },
  'attempt_failed.payment_not_ready': { meaning: 'Cash on delivery or duties were not ready.' },
  'attempt_failed.check_failed': { meaning: 'The code, age or identity check failed.' },
  'attempt_failed.no_safe_place': { meaning: 'The agreed safe place could not be used.' },
  'attempt_failed.carrier_no_time': { meaning: 'The driver ran out of time or space.' },
  'attempt_failed.final': { meaning: 'The last attempt failed; pickup or return is next.' },

  'delivered.handed_over': { meaning: 'Delivered, no details.' },
  'delivered.signed': { meaning: 'Signed for by the recipient.' },
  'delivered.code_checked': { meaning: 'Handed over against a code or identity check.' },
  'delivered.collected': { meaning: 'The recipient collected it.' },
  'delivered.cash_collected': { meaning: 'Delivered and paid.' },
  'delivered.mailbox': { meaning: 'Put in the letterbox.' },
  'delivered.safe_place': { meaning: 'Left in an agreed safe place.' },
  'delivered.neighbour': { meaning: 'Handed to a neighbour.' },
  'delivered.reception': { meaning: 'Handed to a reception, mail room or guard.' },
  'delivered.other_person': { meaning: 'Handed to another person.' },
  'delivered.partial': { meaning: 'Part was delivered; part is missing, refused or damaged.' },

  'exception.unspecified': { meaning: 'The carrier reports a problem, no details.' },
  'exception.delayed': { meaning: 'Delayed; no reason given.' },
  'exception.delayed_weather': { meaning: 'Delayed by weather.' },
  'exception.delayed_carrier': { meaning: "Delayed in the carrier's network." },
  'exception.delayed_flight': { meaning: 'Missed or late flight.' },
  'exception.delayed_disruption': { meaning: 'Delayed by a strike, disaster, war or closed road.' },
  'exception.misrouted': { meaning: 'Misrouted; being corrected.' },
  'exception.held': { meaning: 'Held at a facility.' },
  'exception.held_payment': { meaning: 'Held until duties or charges are paid.' },
  'exception.customs_delay': { meaning: 'Customs takes longer than normal.' },
  'exception.customs_documents': { meaning: 'Customs documents are missing or wrong.' },
  'exception.customs_inspection': { meaning: 'Selected for inspection by customs.' },
  'exception.customs_refused': { meaning: 'Customs refused import.' },
  'exception.regulatory_hold': { meaning: 'Held by an authority other than customs.' },
  'exception.address_problem': { meaning: 'The address is incomplete or wrong.' },
  'exception.recipient_moved': { meaning: 'The recipient has moved.' },
  'exception.contact_needed': { meaning: 'The carrier must be contacted.' },
  'exception.refused': { meaning: 'The recipient refused it.' },
  'exception.rejected_by_carrier': { meaning: 'The carrier will not take it.' },
  'exception.sender_problem': { meaning: 'Caused by the sender: not ready, wrong parcel or wrong data.' },
  'exception.unclaimed': { meaning: 'Not collected in time.' },
  'exception.undeliverable': { meaning: 'Cannot be delivered; the next step is undecided.' },
  'exception.damaged': { meaning: 'Damaged; may still be delivered.' },
  'exception.items_missing': { meaning: 'Contents or parcels of the set are missing.' },
  'exception.being_searched': { meaning: 'The carrier is looking for it.' },
  'exception.security': { meaning: 'Security issue or suspected theft.' },
  'exception.lost': { meaning: 'The carrier declares it lost.', ends: true },
  'exception.destroyed': { meaning: 'Disposed of or destroyed.', ends: true },

  'returning.started': { meaning: 'The return was decided or has started.' },
  'returning.moving': { meaning: 'The return is on its way.' },
  'returning.held': { meaning: 'The return is on hold.' },

  'returned.to_sender': { meaning: 'Handed back to the sender.' },
  'returned.to_warehouse': { meaning: 'Booked in at the warehouse or returns centre.' },

  'cancelled.by_sender': { meaning: 'Cancelled by the sender.' },
  'cancelled.by_carrier': { meaning: 'Cancelled by the carrier.' },
  'cancelled.by_recipient': { meaning: 'Cancelled by the recipient.' },

  'expired.no_updates': { meaning: 'No events for so long that tracking stopped.' },
  'expired.closed_by_carrier': { meaning: 'The carrier closed the shipment without an outcome.' },
  'expired.stopped_by_user': { meaning: 'A user stopped tracking.' },

  'unknown.unmapped': { meaning: 'The code is not mapped yet.' },
  'unknown.unreadable': { meaning: 'The event could not be read; its raw text is kept.' },
} as const satisfies Record<`${Milestone}.${string}`, SubStatusEntry>;

export type SubStatus = keyof typeof entries;

/** Every sub-status with its meaning and marks. */
export const subStatuses: Record<SubStatus, SubStatusEntry> = entries;

/** Every sub-status, in the order of the table. */
// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const subStatusNames = Object.keys(entries) as SubStatus[];

/** The milestone of a sub-status: the part before the dot. */
export function milestoneOf(subStatus: SubStatus): Milestone {
  // The type of the table guarantees that the part before the dot is a milestone.
  return subStatus.slice(0, subStatus.indexOf('.')) as Milestone;
}
