import type { SubStatus } from '@milepost/domain';

/** How one sub-status is scanned: activity type, two characters, three digits, text. */
export type ScanCode = readonly [type: string, code: string, status: string, text: string];

/**
 * Written from UPS's appendix of activity codes. One code has no leading zero, as on UPS's pages and in some
 * answers.
 */
export const scanCodes: ReadonlyMap<SubStatus, ScanCode> = new Map<SubStatus, ScanCode>([
  ['info_received.label_created', ['M', 'MP', '003', 'A label was made']],
  ['info_received.data_received', ['M', 'DP', '003', 'Ready for UPS']],
  ['info_received.pickup_scheduled', ['I', 'SP', '077', 'Pickup today']],
  ['in_transit.dropped_off', ['I', 'XD', '167', 'Drop-off']],
  ['in_transit.accepted', ['I', 'OR', '160', 'Origin scan']],
  ['in_transit.arrived_facility', ['I', 'AR', '005', 'Arrived at a facility']],
  ['in_transit.processing', ['I', 'YP', '071', 'Processing at a facility']],
  ['in_transit.departed_facility', ['I', 'DP', '005', 'Departed from a facility']],
  ['in_transit.moving', ['I', 'AT', '005', 'In the air']],
  ['in_transit.handed_to_partner', ['X', '4B', '137', 'Given to the post']],
  ['in_transit.departed_origin_country', ['I', 'EP', '005', 'Export scan']],
  ['in_transit.arrived_destination_country', ['I', 'IP', '005', 'Import scan']],
  ['in_transit.customs_started', ['X', '4C', '012', 'Preparing for clearance']],
  ['in_transit.customs_cleared', ['X', 'DA', '014', 'Released by the agency']],
  ['in_transit.arrived_delivery_depot', ['I', 'DS', '071', 'Destination scan']],
  ['in_transit.to_pickup_point', ['I', 'YI', '057', 'On the way to an Access Point']],
  ['in_transit.delivery_changed', ['X', 'O6', '055', 'Rescheduled']],
  ['in_transit.address_corrected', ['X', '9I', '050', 'Address corrected']],
  ['out_for_delivery.with_driver', ['I', 'OT', '021', 'Out for delivery']],
  ['attempt_failed.not_home', ['X', '48', '022', 'Recipient absent']],
  ['attempt_failed.closed', ['X', '55', '060', 'Business closed']],
  ['attempt_failed.final', ['X', '49', '024', 'Recipient absent at the last attempt']],
  ['available_for_pickup.ready', ['D', '2Q', '161', 'Delivered to an Access Point']],
  ['delivered.handed_over', ['D', 'FS', '011', 'Delivered']],
  ['delivered.collected', ['D', '2W', '011', 'Picked up at an Access Point']],
  ['delivered.neighbour', ['D', '3H', '011', 'Left with a neighbour']],
  ['delivered.reception', ['D', 'M4', '011', 'Left at the reception']],
  ['delivered.safe_place', ['D', 'ML', '011', 'Left at the front door']],
  ['delivered.mailbox', ['D', 'MU', '011', 'Left in the mailbox']],
  ['exception.delayed', ['X', 'TH', '046', 'Rescheduled to the next day']],
  ['exception.delayed_carrier', ['X', '4', '048', 'Late by our own error']],
  ['exception.delayed_weather', ['X', '7W', '052', 'Severe weather']],
  ['exception.misrouted', ['X', '06', '013', 'Misrouted']],
  ['exception.held', ['X', '4I', '083', 'In storage']],
  ['exception.customs_documents', ['X', '40', '058', 'The sender was asked for papers']],
  ['exception.customs_delay', ['X', 'OI', '046', 'Customs delay']],
  ['exception.address_problem', ['X', 'AG', '050', 'Incomplete address']],
  ['exception.refused', ['X', 'KT', '064', 'Refused']],
  ['exception.unclaimed', ['D', '5F', '013', 'Not collected in time']],
  ['exception.damaged', ['X', '45', '059', 'Damaged on the way']],
  ['exception.being_searched', ['X', 'F8', '013', 'Looking for it']],
  ['returning.started', ['X', 'KP', '118', 'To be returned']],
  ['returning.moving', ['X', 'UF', '035', 'Being returned']],
  ['returned.to_sender', ['D', 'B0', '034', 'Delivered to the sender']],
  ['cancelled.by_sender', ['MV', 'VP', '007', 'Voided']],
]);
