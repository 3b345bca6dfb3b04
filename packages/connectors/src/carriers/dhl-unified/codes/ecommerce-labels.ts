import { serviceTable } from './service-table.ts';

/**
 * What DHL eCommerce in America sends instead of a code: the name of the event in capitals. The list of
 * June 2024 pairs each name with a number of ecommerce.ts, which has the same meaning; rows marked observed
 * occur only in live answers. Written in the normal form of the look-up: capitals, and one underscore for
 * anything that is neither letter nor digit.
 */
export const ecommerceLabelCodes = serviceTable(
  'ecommerce',
  'documented',
  [
    ['LABEL_CREATED SHIPMENT_LABEL_CREATED', 'info_received.label_created'],
    [
      'ELECTRONIC_SHIPPING_INFO_RECEIVED SHIPMENT_DATA_UPDATED THE_SHIPMENT_INFORMATION_IS_EDITED',
      'info_received.data_received',
    ],
    ['MANIFESTED', 'info_received.data_received', { evidence: 'inferred' }],
    [
      'AVAILABLE_FOR_DELIVERY_TO_DHL_DISTRIBUTION_CENTER EN_ROUTE_TO_DHL_ECOMMERCE',
      'info_received.awaiting_parcel',
      { evidence: 'inferred' },
    ],
    [
      'APPROACHING_PICK_UP_LOCATION OUT_FOR_PARCEL_COLLECTION PICK_UP_BOOKED PICK_UP_RESCHEDULED',
      'info_received.pickup_scheduled',
    ],
    ['UNSUCCESSFUL_COLLECTION_ATTEMPT', 'info_received.pickup_failed'],
    [
      'EN_ROUTE_TO_DHL_ECOMMERCE_OR_AWAITING_PROCESSING',
      'info_received.awaiting_parcel',
      { evidence: 'observed' },
    ],
    ['PARCEL_ACCEPTED_NOT_YET_PROCESSED PICKED_UP PICKED_UP_FROM_SENDER', 'in_transit.accepted'],
    [
      `PARTNER_EVENT_SHIPMENT_PICKED_UP_BY_SHIPPING_PARTNER
       PHYSICAL_PACKAGE_RECEIVED_WITH_NO_ELECTRONIC_DATA RECEIVED_BY_CARRIER_FOR_TRANSPORT`,
      'in_transit.accepted',
      { evidence: 'inferred' },
    ],
    [
      `ARRIVAL_AT_FACILITY ARRIVAL_DHL_DISTRIBUTION_CENTER ARRIVAL_SORT_LOCATION ARRIVED_AT_DEPOT
       ARRIVED_AT_EXPORT_FACILITY ARRIVED_AT_FACILITY_PARTNER ARRIVED_AT_ORIGIN_PROCESSING_FACILITY
       ARRIVED_AT_TERMINAL_LOCATION ARRIVED_AT_TRANSIT_FACILITY ARRIVED_AT_USPS_FACILITY
       ARRIVED_USPS_SORT_FACILITY PACKAGE_RECEIVED_AT_DHL_ECOMMERCE_DISTRIBUTION_CENTER
       PARTNER_EVENT_SHIPMENT_HAS_ARRIVED_AT_PARTNER_FACILITY`,
      'in_transit.arrived_facility',
    ],
    ['ARRIVAL_SERVICE_POINT', 'in_transit.arrived_facility', { evidence: 'inferred' }],
    [
      `ITEM_OR_SACK_SCANNED_BY_USPS PACKAGE_SCREENED_SUCCESSFULLY PROCESSED_AT_DELIVERY_TERMINAL
       PROCESSED_AT_EXPORT_FACILITY PROCESSED_AT_LOCAL_DISTRIBUTION_CENTER PROCESSED_AT_TRANSIT_FACILITY
       PROCESSED_SORT_FACILITY PROCESSED_THROUGH_USPS_SORT_FACILITY PROCESSING_COMPLETED_AT_ORIGIN
       SHIPMENT_WAS_PROCESSED_AT_DESTINATION_SORTING_HUB SORTED_LOCALLY_TO_5_DIGIT_DESTINATION
       SORTED_THROUGH_USPS_FACILITY SORTING_COMPLETE`,
      'in_transit.processing',
    ],
    [
      'ENCODED LOADED_FOR_TRANSPORT MANIFESTED_FOR_OUTBOUND_TRANSPORTATION',
      'in_transit.processing',
      { evidence: 'inferred' },
    ],
    [
      'SHIPMENT_DEPARTED_SELLERS_ORIGIN_TERMINAL SHIPMENT_DEPARTED_SELLER_ORIGINAL_TERMINAL_PARTNER',
      'in_transit.departed_origin',
      { evidence: 'inferred' },
    ],
    [
      `DEPARTED_FROM_EXPORT_FACILITY DEPARTED_FROM_FACILITY DEPARTED_FROM_LOCAL_DISTRIBUTION_CENTER
       DEPARTED_FROM_TRANSIT_FACILITY DEPARTED_TERMINAL_LOCATION DEPARTURE_DHL_DISTRIBUTION_CENTER
       DEPART_USPS_SORT_FACILITY PACKAGE_DEPARTED_SCREENING_FACILITY
       PARTNER_EVENT_DEPARTED_PARTNER_FACILITY`,
      'in_transit.departed_facility',
    ],
    ['SHIPMENT_UPLIFT_SUCCESS', 'in_transit.departed_facility', { evidence: 'inferred' }],
    [
      'ENROUTE ENROUTE_ONI IN_TRANSIT IN_TRANSIT_TO_DELIVERY_PROVIDER IN_TRANSIT_TO_DESTINATION_COUNTRY',
      'in_transit.moving',
    ],
    ['EN_ROUTE_TO_DELIVERY_LOCATION FORWARDED', 'in_transit.moving', { evidence: 'inferred' }],
    [
      `DELIVERED_TO_AGENT_FOR_FINAL_DELIVERY FORWARDED_TO_DELIVERY_AGENT FORWARDED_TO_LOCAL_POST_OFFICE
       HANDED_OVER_TO_PARTNER_CARRIER`,
      'in_transit.handed_to_partner',
    ],
    [
      'PICKED_UP_BY_AGENT RECEIVED_BY_USPS SHIPMENT_ACCEPTED_BY_USPS',
      'in_transit.handed_to_partner',
      { evidence: 'inferred' },
    ],
    ['ARRIVAL_IN_COUNTRY ARRIVED_AT_DESTINATION_COUNTRY', 'in_transit.arrived_destination_country'],
    [
      'ARRIVED_AT_CUSTOMS IN_CLEARANCE_PROCESSING PARTNER_EVENT_ARRIVED_AT_CUSTOMS_FACILITY',
      'in_transit.customs_started',
    ],
    ['CLEARED_CUSTOMS PARCEL_CLEARED_CUSTOMS_PARTNER', 'in_transit.customs_cleared'],
    ['PARTNER_EVENT_DEPARTED_CUSTOMS_FACILITY', 'in_transit.customs_cleared', { evidence: 'inferred' }],
    ['ARRIVED_AT_DELIVERY_FACILITY ARRIVED_AT_DELIVERY_TERMINAL', 'in_transit.arrived_delivery_depot'],
    [
      `ARRIVAL_AT_POST_OFFICE ARRIVED_AT_LOCAL_DISTRIBUTION_CENTER AVAILABLE_FOR_DELIVERY
       RECEIVED_BACK_AT_DESTINATION_DEPOT`,
      'in_transit.arrived_delivery_depot',
      { evidence: 'inferred' },
    ],
    ['REDIRECTED_TO_PARCEL_SHOP', 'in_transit.to_pickup_point'],
    ['EXPECTED_DELIVERY', 'in_transit.delivery_scheduled'],
    [
      'RESCHEDULED_BY_REQUEST_FROM_CONSIGNEE',
      'in_transit.delivery_changed',
      { reason: 'recipient_request', party: 'recipient' },
    ],
    ['PARCEL_AUTHORIZED_TO_LEAVE', 'in_transit.delivery_changed', { evidence: 'guessed' }],
    [
      `DUTIES_PAYMENT_RECEIVED DUTY_TAX_PAYMENT_RECEIVED SHIPMENT_IS_RELEASED_FROM_HOLD_FOR_PROCESSING
       SUCCESSFUL_CUSTOMER_SERVICE_RESOLUTION`,
      'in_transit.problem_solved',
    ],
    ['PARCEL_RECOVER', 'in_transit.problem_solved', { evidence: 'guessed' }],
    ['DN_RECEIVED DN_SEND', 'in_transit.information', { evidence: 'guessed' }],
    ['CLOSE_BAG PROCESSED SCANNED_INTO_SACK_CONTAINER', 'in_transit.processing', { evidence: 'observed' }],
    ['TENDERED_TO_DELIVERY_SERVICE_PROVIDER', 'in_transit.handed_to_partner', { evidence: 'observed' }],
    ['ARRIVAL_DESTINATION_DHL_ECOMMERCE_FACILITY', 'in_transit.arrived_facility', { evidence: 'observed' }],
    ['DEPARTURE_ORIGIN_DHL_ECOMMERCE_FACILITY', 'in_transit.departed_origin', { evidence: 'observed' }],
    [
      'OUT_FOR_DELIVERY OUT_FOR_SECOND_DELIVERY_ATTEMPT SHIPMENT_WAS_LOADED_INTO_DELIVERY_VEHICLE',
      'out_for_delivery.with_driver',
    ],
    [
      '1ST_DELIVERY_ATTEMPT 3RD_DELIVERY_ATTEMPT FINAL_DELIVERY_ATTEMPT',
      'out_for_delivery.with_driver',
      { evidence: 'guessed' },
    ],
    ['RECIPIENT_IS_NEXT_STOP_ON_ROUTE', 'out_for_delivery.arriving_soon'],
    [
      `ARRIVED_AT_PICKUP_POINT AVAILABLE_FOR_PICKUP AVAILABLE_FOR_PICKUP_AT_POST_OFFICE
       AVAILABLE_FOR_PICKUP_FROM_SERVICE_POINT AWAITING_COLLECTION_AT_DHL_SERVICE_POINT
       DELIVERED_TO_PICK_UP_LOCATION_CUSTOMER_NOTIFIED`,
      'available_for_pickup.ready',
    ],
    ['ARRIVAL_AT_PICK_UP_POINT', 'available_for_pickup.ready', { evidence: 'inferred' }],
    [
      `ATTEMPTED_DELIVERY DELIVERY_ATTEMPTED_RETURNED_FOR_RE_DELIVERY NOTICE_LEFT
       REDELIVERY_ATTEMPT_UNSUCCESSFUL UNABLE_TO_ATTEMPT_DELIVERY`,
      'attempt_failed.unspecified',
    ],
    ['NOTICE_LEFT_RECEPTACLE_FULL_ITEM_OVERSIZED', 'attempt_failed.unspecified', { reason: 'capacity' }],
    ['HANDOVER_TO_SERVICE_POINT_FAILED', 'attempt_failed.unspecified', { party: 'carrier' }],
    [
      `NOTICE_LEFT_NO_AUTHORIZED_RECIPIENT_AVAILABLE NO_ONE_HOME NO_ONE_HOME_CARD_LEFT
       NO_ONE_TO_RECEIVE_CARD_LEFT`,
      'attempt_failed.not_home',
      { party: 'recipient' },
    ],
    ['CLOSED_ON_ARRIVAL NOTICE_LEFT_BUSINESS_CLOSED', 'attempt_failed.closed', { party: 'recipient' }],
    ['NO_ACCESS', 'attempt_failed.no_access'],
    ['COD_NOT_READY', 'attempt_failed.payment_not_ready', { party: 'recipient' }],
    ['NOTICE_LEFT_NO_SECURE_LOCATION_AVAILABLE', 'attempt_failed.no_safe_place'],
    ['DELIVERED DELIVERED_BUSINESS_ADDRESS SECOND_DELIVERY_ATTEMPT_SUCCESSFUL', 'delivered.handed_over'],
    ['PICKED_UP_BY_CONSIGNEE_FROM_PICKUP_LOCATION', 'delivered.collected'],
    ['DELIVERED_AT_PARCEL_BOX', 'delivered.mailbox'],
    [
      `DELIVERED_AT_BACK_DOOR DELIVERED_AT_BUILDING_FOYER_ENTRANCE DELIVERED_AT_CAR_PORT
       DELIVERED_AT_ENCLOSED_PORCH DELIVERED_AT_OPEN_PORCH DELIVERED_AT_SAFE_PLACE`,
      'delivered.safe_place',
    ],
    ['DELIVERED_AT_RESIDENTIAL_CONCIERGE', 'delivered.reception'],
    ['DELIVERED_LEFT_WITH_NEIGHBOR_FRONT_DESK_OTHER', 'delivered.other_person'],
    ['POSSIBLE_DELAY POSSIBLE_DELIVERY_DELAY POSSIBLE_TRANSIT_DELAY', 'exception.delayed'],
    ['RESCHEDULED', 'exception.delayed', { evidence: 'inferred' }],
    ['CONSIGNEE_ON_HOLIDAY', 'exception.delayed', { reason: 'holiday', party: 'recipient' }],
    ['MISROUTED MISSENT MIS_SHIPPED', 'exception.misrouted', { reason: 'sorting_error', party: 'carrier' }],
    ['HELD_IN_FACILITY_AWAITING_INSTRUCTIONS PARCEL_IS_HOLD_BY_DHL PARCEL_ON_HOLD', 'exception.held'],
    ['RETURNED_TO_WAREHOUSE', 'exception.held', { evidence: 'inferred' }],
    [
      'CONSIGNEE_CONTACTED_FOR_PAYMENT',
      'exception.held_payment',
      { reason: 'customs_duties', party: 'recipient' },
    ],
    ['CUSTOMS_DELAY HELD_AT_CUSTOMS', 'exception.customs_delay', { party: 'customs' }],
    ['PARCEL_HELD_FOR_EXAM_PARTNER', 'exception.customs_inspection', { party: 'customs' }],
    ['CLEARANCE_NOT_POSSIBLE', 'exception.customs_refused', { party: 'customs' }],
    [
      `ADDRESSEE_UNKNOWN INSUFFICIENT_ADDRESS NO_SUCH_NUMBER UNDELIVERABLE_AS_ADDRESSED
       UNDELIVERABLE_INCORRECT_ADDRESS UNDELIVERABLE_UNIT_SUITE_NOT_PROVIDED VACANT`,
      'exception.address_problem',
      { reason: 'address' },
    ],
    ['CHANGE_OF_ADDRESS', 'exception.address_problem', { reason: 'address', evidence: 'inferred' }],
    ['FORWARD_EXPIRED MOVED_LEFT_NO_ADDRESS', 'exception.recipient_moved', { party: 'recipient' }],
    ['CONTACT_LOCAL_CUSTOMER_SERVICE', 'exception.contact_needed'],
    ['UNCONTACTABLE', 'exception.contact_needed', { party: 'recipient' }],
    [
      'REFUSED REJECTED_AFTER_OPENING UNDELIVERABLE_CUSTOMER_REFUSED_SHIPMENT',
      'exception.refused',
      { reason: 'refused', party: 'recipient' },
    ],
    [
      'DUTIES_AND_TAX_PAYMENT_REFUSED_BY_CONSIGNEE',
      'exception.refused',
      { reason: 'customs_duties', party: 'recipient' },
    ],
    ['PIECE_BUT_NO_DATA', 'exception.sender_problem', { party: 'sender' }],
    ['UNCLAIMED', 'exception.unclaimed', { party: 'recipient' }],
    ['DEAD_LETTER DECEASED UNDELIVERABLE', 'exception.undeliverable'],
    ['ABANDONED', 'exception.undeliverable', { evidence: 'inferred' }],
    ['VISIBLE_DAMAGE', 'exception.damaged', { reason: 'damage' }],
    ['PACKAGE_REPORTED_MISSING', 'exception.being_searched', { reason: 'missing' }],
    ['DESTROYED', 'exception.destroyed'],
    ['UNDELIVERED_PROCESSES_FOR_LOCAL_DISPOSAL', 'exception.destroyed', { evidence: 'inferred' }],
    [
      `RETURNED_SERVICE_NOT_AVAILABLE RETURNS_PROCESS_STARTED RETURN_INITIATED RETURN_LABEL_PRINTED
       RETURN_TO_SENDER UNDELIVERABLE_RETURNED_TO_SENDER`,
      'returning.started',
    ],
    ['PACKAGE_SCREENING_EXCEPTION_RETURNING_TO_SHIPPER', 'returning.started', { reason: 'security' }],
    ['SHIPMENT_RECALLED_BY_SENDER', 'returning.started', { reason: 'sender_request', party: 'sender' }],
    ['RETURNED_TO_SENDER_NOT_PICKED_UP', 'returning.started', { party: 'recipient', evidence: 'inferred' }],
    ['APPROACHING_RETURN_PICK_UP_LOCATION', 'returning.started', { evidence: 'inferred' }],
    [
      `ARRIVED_AT_ORIGIN_RETURN_FACILITY DEPARTED_FROM_DEPOT DEPARTED_RETURN_FACILITY
       ENROUTE_TO_ORIGIN_RETURN_FACILITY OUT_FOR_RETURN RETURNED_TO_CENTRAL_HUB
       RETURN_ARRIVED_AT_PICKUP_POINT RETURN_ARRIVED_AT_SERVICE_POINT RETURN_DISPATCHED_TO_SERVICE_POINT
       RETURN_ENCODED RETURN_LOADED_IN_VEHICLE RETURN_PICKED_UP RETURN_PROCESSED_IN_FACILITY
       RETURN_PROCESSED_SORT_FACILITY RETURN_SCANNED_INTO_SACK_CONTAINER
       RETURN_WAS_PROCESSED_AT_DESTINATION_SORTING_HUB SUCCESSFUL_RETURN_PICKUP`,
      'returning.moving',
    ],
    [
      `ATTEMPTED_RETURN_DELIVERY RETURN_DELIVERY_FAILED RETURN_DELIVERY_RESCHEDULED
       RETURN_PARCEL_IS_HOLD_BY_DHL UNSUCCESSFUL_RETURN_PICKUP`,
      'returning.held',
    ],
    [
      'RETURN_FAILED_INCORRECT_ADDRESS RETURN_FAILED_SHIPPER_MOVED',
      'returning.held',
      { reason: 'address', party: 'sender' },
    ],
    [
      'RETURN_FAILED_CUSTOMER_REFUSED_SHIPMENT RETURN_FAILED_REJECTED',
      'returning.held',
      { reason: 'refused', party: 'sender' },
    ],
    ['RETURN_FAILED_NO_ACCESS', 'returning.held', { reason: 'no_access', party: 'sender' }],
    ['RETURN_FAILED_NO_ONE_HOME', 'returning.held', { reason: 'not_home', party: 'sender' }],
    ['RETURN_FAILED_CLOSED_ON_ARRIVAL', 'returning.held', { reason: 'closed', party: 'sender' }],
    ['RETURNED_TO_CUSTOMER RETURNS_DELIVERED RETURN_HANDED_OUT_AT_SERVICE_POINT', 'returned.to_sender'],
    ['SHIPMENT_CANCELED', 'cancelled.by_sender', { evidence: 'inferred' }],
  ],
  {
    COD_AMOUNT_COLLECTED: 'Money collected on delivery was passed on; the parcel does not move.',
    COD_AMOUNT_REMITTED: 'Money collected on delivery was passed on; the parcel does not move.',
    COD_AMOUNT_DEPOSITED: 'Money collected on delivery was passed on; the parcel does not move.',
    DELIVERY_STATUS_NOT_UPDATED: 'States only that there was no status.',
    PAPER_POD_HAS_BEEN_SUCCESSFULLY_DELIVERED:
      'A paper proof of delivery travels back; the parcel is not meant.',
    PAPER_POD_RETURN_SHIPMENT_WAS_NOT_DELIVERED:
      'A paper proof of delivery travels back; the parcel is not meant.',
    PAPER_POD_RETURN_PROCESSED_TO_FACILITY:
      'A paper proof of delivery travels back; the parcel is not meant.',
    PROOF_OF_DELIVERY_DISPATCHED_TO_HUB: 'A paper proof of delivery travels back; the parcel is not meant.',
    PROOF_OF_DELIVERY_DISPATCHED_TO_CUSTOMER:
      'A paper proof of delivery travels back; the parcel is not meant.',
    PROOF_OF_DELIVERY_DELIVERED_TO_CUSTOMER:
      'A paper proof of delivery travels back; the parcel is not meant.',
    CUSTOMER_ALERT_RECEIVED: 'An alert that a customer set; no movement.',
  },
);
