import { serviceTable } from './service-table.ts';

/**
 * DHL Parcel Benelux, part two: failed pickups, attempts, exceptions and returns (DHL's status list of June
 * 2024).
 */
export const parcelNlProblemCodes = serviceTable('parcel-nl', 'documented', [
  // A cancelled order ends the pickup and not the shipment: the sender may drop it off or book again.
  ['NOTHING_COLLECTED NOTHING_PICKED_UP NOTHING_PICKED_UP_OTHER_REASON', 'info_received.pickup_failed'],
  [
    'BACKLOG_NOT_COLLECTED BACKLOG_COLLECTION_CANCELLED BACKLOG_PICKUP_CANCELLED',
    'info_received.pickup_failed',
    { reason: 'capacity', party: 'carrier' },
  ],
  ['COLLECTION_ORDER_REFUSED', 'info_received.pickup_failed', { reason: 'refused', party: 'carrier' }],
  [
    `COLLECTION_ADDRESS_CLOSED RECEIVER_CLOSED_COLLECTION_CANCELLED RECEIVER_CLOSED_COLLECTION_RESCHEDULED
     RECEIVER_CLOSED_PICKUP_CANCELLED`,
    'info_received.pickup_failed',
    { reason: 'closed', party: 'sender' },
  ],
  [
    `RECEIVER_CLOSED_ON_HOLIDAY_COLLECTION_CANCELLED RECEIVER_CLOSED_ON_HOLIDAY_COLLECTION_RESCHEDULED
     RECEIVER_CLOSED_ON_HOLIDAY_PICKUP_CANCELLED`,
    'info_received.pickup_failed',
    { reason: 'holiday', party: 'sender' },
  ],
  [
    `NOTHING_PICKED_UP_GOODS_ARE_NOT_READY_YET NOTHING_PICKED_UP_NO_GOODS_FOR_TODAY NOTHING_PICKED_UP_NO_ORDER_GIVEN
     PALLET_MATERIAL_NOT_AVAILABLE PALLET_MATERIAL_NOT_AVAILABLE_AT_PICKUP PALLET_NOT_EMPTY
     PALLET_NOT_EMPTY_AT_PICKUP`,
    'info_received.pickup_failed',
    { reason: 'not_ready', party: 'sender' },
  ],
  [
    'NOTHING_PICKED_UP_ORDER_CANCELLED',
    'info_received.pickup_failed',
    { reason: 'sender_request', party: 'sender' },
  ],
  [
    'BAD_ADDRESS_NOT_COLLECTED RECEIVER_MOVED_OR_UNKNOWN_NOT_COLLECTED',
    'info_received.pickup_failed',
    { reason: 'address', party: 'sender' },
  ],
  [
    'PARCEL_MISSING_AT_PARCELSTATION_NOTICED_BY_COURIER',
    'info_received.pickup_failed',
    { reason: 'missing' },
  ],

  [
    `FAILED_TO_DELIVER_REDELIVER NEW_DELIVERY_ATTEMPT REDELIVER REDELIVER_AT_PARCELSHOP REDELIVER_DIFFERENT_ADDRESS
     REDELIVER_SAME_ADDRESS REFUSED_OTHER_REASON`,
    'attempt_failed.unspecified',
  ],
  [
    'ACCESSPOINT_FULL_REDELIVER PARCELSHOP_FULL_REDELIVER',
    'attempt_failed.unspecified',
    { reason: 'capacity', party: 'carrier' },
  ],
  [
    'PARCELSTATION_NOT_AVAILABLE_REDELIVER_TO_PARCELSHOP',
    'attempt_failed.unspecified',
    { reason: 'mechanical', party: 'carrier' },
  ],
  [
    'SHIPMENT_TOO_LARGE_FOR_ACCESSPOINT SHIPMENT_TOO_LARGE_FOR_PARCELSHOP SHIPMENT_TOO_LARGE_FOR_PARCELSTATION',
    'attempt_failed.unspecified',
    { reason: 'packaging', evidence: 'inferred' },
  ],
  [
    `NOT_HOME NOT_HOME_NEW_DELIVERY NOT_HOME_SYSTEM_INTERVENTION_DELIVERY_AT_PARCELSHOP NOT_HOME_TO_PARCELSHOP
     NOTIFICATION_NOT_HOME_TO_PARCELSHOP`,
    'attempt_failed.not_home',
    { party: 'recipient' },
  ],
  [
    'CLOSED CLOSED_ON_ARRIVAL RECEIVER_CLOSED_PASSED_TO_DEPOT RECEIVER_CLOSED_PASSED_TO_PARCELSHOP',
    'attempt_failed.closed',
    { party: 'recipient' },
  ],
  ['RECEIVER_CLOSED_ON_HOLIDAY', 'attempt_failed.closed', { reason: 'holiday', party: 'recipient' }],
  ['ADDRESS_NOT_FOUND', 'attempt_failed.address_not_found'],
  ['NO_MONEY_REDELIVER REFUSED_WILL_NOT_PAY', 'attempt_failed.payment_not_ready', { party: 'recipient' }],
  [
    'DELIVERY_CODE_MISSING_NEW_ATTEMPT ID_CHECK_UNSUCCESSFUL INCORRECT/UNKNOWN_PIN',
    'attempt_failed.check_failed',
    { party: 'recipient' },
  ],
  ['SAFEPLACE_DELIVERY_FAILED', 'attempt_failed.no_safe_place'],

  ['RECEIVER_CLOSED_ANNOUNCED', 'exception.delayed', { reason: 'closed', party: 'recipient' }],
  ['DELIVERY_DATE_CHANGED_BY_DEPOT_MANAGER_REASON_CLOSED', 'exception.delayed', { reason: 'closed' }],
  ['RECEIVER_ON_HOLIDAY_ANNOUNCED', 'exception.delayed', { reason: 'holiday', party: 'recipient' }],
  [
    `DELIVERY_DATE_CHANGED_BY_DEPOT_MANAGER FORWARD_DESTINATION_TOO_LATE MISSED_DELIVERY_CYCLE
     PARCEL_RETURNED_FROM_ROUTE TRANSPORT_DELAY`,
    'exception.delayed_carrier',
    { party: 'carrier' },
  ],
  [
    'BACKLOG_NOT_DELIVERED HELD_IN_STORAGE_BACKLOG',
    'exception.delayed_carrier',
    { reason: 'capacity', party: 'carrier' },
  ],
  ['LABEL_UNUSABLE', 'exception.delayed_carrier', { reason: 'packaging', evidence: 'inferred' }],
  ['FORCE_MAJEURE', 'exception.delayed_disruption', { party: 'nature' }],
  ['MIS_ROUTED MISSORT', 'exception.misrouted', { reason: 'sorting_error', party: 'carrier' }],
  ['HELD_IN_STORAGE ON_HOLD ON_HOLD_ANNOUNCED', 'exception.held'],
  ['HELD_IN_STORAGE_CLOSED', 'exception.held', { reason: 'closed', party: 'recipient' }],
  ['HELD_IN_STORAGE_HOLIDAY', 'exception.held', { reason: 'holiday' }],
  ['HELD_IN_STORAGE_INCOMPLETE', 'exception.held', { reason: 'missing' }],
  ['HELD_IN_STORAGE_REFUSED', 'exception.held', { reason: 'refused', party: 'recipient' }],
  ['DANGEROUS_GOODS_OCCURRENCE SHIPMENT_INSPECTION_ON_HOLD', 'exception.held', { reason: 'security' }],
  ['AWAITING_PAYMENT_RECEIVER_NOTIFIED HELD_FOR_PAYMENT', 'exception.held_payment', { party: 'recipient' }],
  ['CLEARANCE_DELAY UNCONTROLLABLE_CLEARANCE_DELAY', 'exception.customs_delay', { party: 'customs' }],
  ['INSUFFICIENT_DOCUMENTATION', 'exception.customs_documents', { reason: 'customs_documents' }],
  ['SHIPMENT_INSPECTION SHIPMENT_INTERCEPT', 'exception.customs_inspection', { party: 'customs' }],
  ['DENIED_PARTIES SHIPMENT_STOPPED', 'exception.regulatory_hold', { party: 'authority' }],
  [
    'BAD_ADDRESS BAD_ADDRESS_INTERNATIONAL DELIVERY_DATA_INCORRECT MISCODE ON_HOLD_BAD_ADDRESS',
    'exception.address_problem',
    { reason: 'address' },
  ],
  ['RECEIVER_MOVED_OR_UNKNOWN', 'exception.recipient_moved'],
  ['CLOSED_SHIPMENT CS_ACTION_REQUIRED', 'exception.contact_needed', { party: 'sender' }],
  ['SHIPMENT_INSPECTION_REJECTED', 'exception.contact_needed', { reason: 'security' }],
  [
    `REFUSED REFUSED_AT_PARCELSHOP REFUSED_BY_RECEIVER REFUSED_INVENTORY REFUSED_NO_RECAP REFUSED_NOT_ORDERED
     REFUSED_NOT_ORDERED_CORONA REFUSED_NOT_SIGNED REFUSED_REQUESTS_WAYBILL REFUSED_RETURN_TO_DD REFUSED_TOO_LATE`,
    'exception.refused',
    { reason: 'refused', party: 'recipient' },
  ],
  ['REFUSED_INCOMPLETE', 'exception.refused', { reason: 'missing', party: 'recipient' }],
  ['REFUSED_NO_MONEY', 'exception.refused', { reason: 'payment', party: 'recipient' }],
  [
    'INVALID_SHIPMENT_SPECIFICATION PACKAGING_ISSUE',
    'exception.rejected_by_carrier',
    { reason: 'packaging', party: 'sender' },
  ],
  [
    'DATA_MISSING PARCEL_NO_DATA PARCEL_NOT_SORTED_AT_HUB_NO_INFO',
    'exception.sender_problem',
    { party: 'sender' },
  ],
  ['PARCEL_NOT_COLLECTED_AT_PARCELSHOP REFUSED_2ND_KIB', 'exception.unclaimed', { party: 'recipient' }],
  ['ARRIVED_DAMAGED HELD_IN_STORAGE_DAMAGED REFUSED_DAMAGED REPACKED_DELIVERY_DAMAGED', 'exception.damaged'],
  ['PIECE_MISSING', 'exception.items_missing', { reason: 'missing' }],
  [
    `MISSING_AFTER_ROUTE NOT_ARRIVED PARCEL_MISSING PARCEL_MISSING_AT_PARCELSHOP
     PARCEL_MISSING_AT_PARCELSHOP_NOTICED_AT_STOCK_CHECK PARCEL_MISSING_AT_PARCELSHOP_NOTICED_BY_COURIER
     PARCEL_MISSING_AT_PARCELSHOP_NOTICED_BY_CUSTOMER TRACE_INITIATED`,
    'exception.being_searched',
    { reason: 'missing', evidence: 'inferred' },
  ],
  ['DESTROYED', 'exception.destroyed', { reason: 'sender_request', party: 'sender' }],

  ['RECEIVER_RETURN SPONTANEOUS_RETURN UNJUSTIFIED_SPONTANEOUS_RETURN', 'returning.started'],
  [
    'ADDRESS_UNKNOWN DELIVERY_DATA_INCORRECT_RETURN PO_BOX POSTAL_CODE_INCORRECT RECEIVER_UNKNOWN_RETURN',
    'returning.started',
    { reason: 'address' },
  ],
  ['CUSTOMS_DATA_INCORRECT_RETURN_TO_SHIPPER', 'returning.started', { reason: 'customs_documents' }],
  ['DAMAGE_RETURN', 'returning.started', { reason: 'damage' }],
  ['DELIVERY_CODE_MISSING_RETURN', 'returning.started', { reason: 'failed_check', party: 'recipient' }],
  [
    'INVALID_SHIPMENT_SPECIFICATION_RETURN PARCEL_TOO_HEAVY_RETURN PARCEL_TOO_LARGE_RETURN',
    'returning.started',
    { reason: 'packaging', party: 'sender' },
  ],
  ['MISROUTED_RETURN_TO_SHIPPER', 'returning.started', { reason: 'sorting_error', party: 'carrier' }],
  ['NO_MONEY_RETURN', 'returning.started', { reason: 'payment', party: 'recipient' }],
  ['NOT_HOME_RETURN_TO_SHIPPER', 'returning.started', { reason: 'not_home', party: 'recipient' }],
  ['PARCELSTATION_DELIVERY_UNSUCCESFULL_RETURN', 'returning.started', { party: 'carrier' }],
  ['REFUSED_RETURN', 'returning.started', { reason: 'refused', party: 'recipient' }],
  [
    `REFUSED_NOT_COLLECTED RETURNED_NOT_COLLECTED STORAGE_PERIOD_ENDED_AT_ACCESSPOINT
     STORAGE_PERIOD_ENDED_AT_PARCELSHOP STORAGE_PERIOD_ENDED_AT_PARCELSTATION`,
    'returning.started',
    { party: 'recipient' },
  ],
  [
    'INTERVENTION_RECEIVER_REQUEST_DELIVERY_CANCELLED INTERVENTION_REQUEST_CANCEL_INTERVENTION',
    'returning.started',
    { reason: 'recipient_request', party: 'recipient' },
  ],
  [
    'INTERVENTION_REQUEST_CANCEL_INTERVENTION_SUSPECTED_FRAUD INTERVENTION_SHIPPER_REQUEST_DELIVERY_CANCELLED',
    'returning.started',
    { reason: 'sender_request', party: 'sender' },
  ],
  [
    `ON_ROUTE_TO_SHIPPER PARCEL_RELABELED_FOR_RETURN_TO_SHIPPER PARCEL_SCANNED_AT_RETURN_HUB
     POSTPROCESS_RETURN_CONSOLIDATION POSTPROCESS_RETURN_CONSOLIDATION_DEPART POSTPROCESS_RETURN_CONSOLIDATION_LOAD`,
    'returning.moving',
  ],
  [
    'DELIVERED_AT_SHIPPER PARCEL_ALREADY_RETURNED POSTPROCESS_DELIVERED_AT_SHIPPER RETURNED_TO_SHIPPER',
    'returned.to_sender',
  ],
  // Calculated by DHL and not scanned.
  [
    'EXPECTED_RETURN_DELIVERED_AT_SHIPPER_CALCULATED RETURN_DELIVERED_AT_SHIPPER_CALCULATED',
    'returned.to_sender',
    { evidence: 'inferred' },
  ],
  ['RETURN_ORDER_CANCELLED', 'cancelled.by_sender', { evidence: 'inferred' }],
]);
