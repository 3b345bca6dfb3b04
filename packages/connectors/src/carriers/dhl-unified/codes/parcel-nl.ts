import { serviceTable } from './service-table.ts';

/**
 * DHL Parcel Benelux until delivery (DHL's status list of June 2024); problems are in parcel-nl-problems.ts.
 * A collection here is the pickup at the sender, unless a ServicePoint is named.
 */
export const parcelNlCodes = serviceTable(
  'parcel-nl',
  'documented',
  [
    [
      `PRENOTIFICATION_RECEIVED DATA_RECEIVED_WITH_PREFIX_LABEL LEG_CREATED LEG_REFERENCE_ADDED
       ANNOUNCED_AT_PARCELSHOP`,
      'info_received.data_received',
    ],
    ['PARCEL_WILL_BE_BROUGHT_IN_BY_RECEIVER', 'info_received.awaiting_parcel'],
    [
      'PARCEL_NOT_BROUGHT_IN PARCEL_OUT_OF_TIME_FOR_DROP_OFF',
      'info_received.awaiting_parcel',
      { party: 'sender' },
    ],
    // Steps at the sender or a third party, before DHL has the parcel.
    [
      `DEPART_SHIPPER_FACILITY PREPROCESS_DEPART_SHIPPER PREPROCESS_HANDOVER_TO_EXPORT_CUSTOMS
       PREPROCESS_HANDOVER_TO_IMPORT_CUSTOMS PREPROCESS_HANDOVER_TO_TRANSPORTER PREPROCESS_SORT_BY_THIRD_PARTY`,
      'info_received.awaiting_parcel',
      { evidence: 'inferred' },
    ],
    [
      `AGREED_COLLECTION COLLECT_AGAIN_SAME_ADDRESS COLLECTION_DATA_RECEIVED COLLECTION_HANDED_OVER_TO_DD
       COLLECTION_HANDED_OVER_TO_THIRD_PARTY COLLECTION_IMPORT_EXPRESS COLLECTION_ORDER_HANDED_OVER_TO_DRIVER
       COLLECTION_ORDER_OUT_FOR_DELIVERY COLLECTION_ORDER_SCANNED COLLECTION_PLANNED_IN_ROUTE NEW_COLLECTION_ATTEMPT
       PICKUP_DATA_RECEIVED WILL_BE_COLLECTED`,
      'info_received.pickup_scheduled',
    ],

    [
      `PARCEL_RECEIVED SHIPMENT_ACCEPTANCE SHIPMENT_ACCEPTANCE_DEPOT SHIPMENT_ACCEPTANCE_PARCELSHOP
       SHIPMENT_ACCEPTANCE_PARCELSTATION`,
      'in_transit.dropped_off',
    ],
    [
      `COLLECTED COLLECTED_AT_NEIGHBOUR PARCEL_COLLECTED PARCEL_COLLECTED_AT_PARCELSHOP_BY_COURIER
       PARCEL_COLLECTED_AT_SERVICEPOINT_BY_COURIER PARCEL_HANDED_OVER_TO_COURIER PARCEL_PICKED_UP_AT_ACCESSPOINT
       PARCEL_PICKED_UP_AT_PARCELSHOP PARCEL_PICKED_UP_AT_PARCELSTATION
       PARCEL_SCANNED_FOR_COLLECTION_AT_ACCESSPOINT_BY_COURIER PARCEL_SCANNED_FOR_COLLECTION_AT_PARCELSHOP_BY_COURIER
       PARCEL_SCANNED_FOR_COLLECTION_AT_PARCELSTATION_BY_COURIER
       PARCEL_SCANNED_FOR_COLLECTION_AT_SERVICEPOINT_BY_COURIER PARCEL_SCANNED_INTO_HAND-TERMINAL PICKED_UP`,
      'in_transit.accepted',
    ],
    [
      `ARRIVED_AT_INBOUND_GATEWAY ARRIVED_AT_ORIGIN_DEPOT ARRIVED_AT_ORIGIN_GATEWAY ARRIVED_AT_ORIGIN_HUB
       ARRIVED_AT_TERMINAL ARRIVED_FACILITY FACILITY_CHECK_IN GATEWAY_ARRIVED UNLOAD_VEHICLE`,
      'in_transit.arrived_facility',
    ],
    ['ROUTE_IN_SCAN', 'in_transit.arrived_facility', { evidence: 'inferred' }],
    // DEPART_FACILITY is described as processing; the return in three of the names leads to the hub, not to
    // the sender.
    [
      `CONFIRM_UPLIFT DEPART_FACILITY DEPOT_SCAN FACILITY_CHECK_OUT HELD_OUT_DEPOT INVENTORY PARCEL_RESORTED_AT_HUB
       PARCEL_SORTED_AT_GATEWAY PARCEL_SORTED_AT_HUB PARCEL_SORTED_TO_OVERFLOW PROCESSED_AT_LOCATION
       PROCESSED_AT_ORIGIN RELABELED REWEIGH SORTED_AT_DESTINATION_GATEWAY SORTED_AT_DESTINATION_HUB
       SORTED_AT_ORIGIN_DEPOT SORTED_AT_ORIGIN_GATEWAY SORTED_AT_ORIGIN_HUB PARCEL_READY_FOR_RETURN_TO_HUB
       PARCEL_SCANNED_FOR_RETURN_TO_HUB
       CONFIRMATION_OF_CLOSING_THE_SCAN-APPLICATION_AFTER_THE_SCAN_FOR_RETURN`,
      'in_transit.processing',
    ],
    ['SPECIAL_HANDLING', 'in_transit.processing', { evidence: 'inferred' }],
    [
      'DEPART_DESTINATION_GATEWAY DEPARTURE GATEWAY_DEPARTED PASSED_GATEWAY SCAN_OK_GATEWAY',
      'in_transit.departed_facility',
    ],
    ['DEPART_ORIGIN_GATEWAY', 'in_transit.departed_origin_country', { evidence: 'inferred' }],
    ['FORWARD_DESTINATION IN_ROUTE_THIRD_PARTY RECORD_OF_TRANSIT', 'in_transit.moving'],
    ['FORWARD_THIRD_PARTY HANDOVER', 'in_transit.handed_to_partner'],
    [
      'BONDED_LOCATION BROKER_NOTIFIED DUTY_INVOICE ENTRY_SUBMITTED IN_CLEARANCE_PROCESS MANIFESTED',
      'in_transit.customs_started',
    ],
    ['BREAK_BULK_SHIPMENT_PROCESSED_BY_CUSTOMS', 'in_transit.customs_started', { evidence: 'inferred' }],
    ['BROKER_RELEASED CLEARANCE_RELEASE', 'in_transit.customs_cleared'],
    [
      'ARRIVED_AT_DELIVERY_FACILITY PARCEL_ARRIVED_AT_LOCAL_DEPOT SORTED_AT_DESTINATION_DEPOT',
      'in_transit.arrived_delivery_depot',
    ],
    // DHL calls the first one internal: the parcel is in the shop and cannot be collected yet.
    ['DELIVERED_AT_PARCELSHOP FORWARD_TO_DIFFERENT_PARCELSHOP', 'in_transit.to_pickup_point'],
    [
      `AGREED_DELIVERY DELIVERY_PLANNED_IN_ROUTE INFORMATION_ON_DELIVERY_TRANSMITTED
       NOTIFICATION_OF_DELIVERY_TIME_HAS_BEEN_SENT NOTIFICATION_OF_TIME_FRAME_HAS_BEEN_SENT`,
      'in_transit.delivery_scheduled',
    ],
    [
      `INTERVENTION INTERVENTION_DELIVERY_ADDRESS_CHANGED_INTO_PARCELSTATION
       INTERVENTION_DELIVERY_SCHEDULED_AT_ANOTHER_TIME/DATE INTERVENTION_PROCESSED_FOR_COLLECTION_AT_PARCELSHOP
       INTERVENTION_PROCESSED_FOR_DELIVERY_AT_NEIGHBOURS INTERVENTION_PROCESSED_FOR_DELIVERY_AT_SAFEPLACE
       SCHEDULED_FOR_MOVEMENT`,
      'in_transit.delivery_changed',
    ],
    [
      `INTERVENTION_DELIVERY_ADDRESS_CHANGED_INTO_PARCELSHOP INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_ACCESSPOINT
       INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_ANOTHER_TIME/DATE
       INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_DIFFERENT_ADDRESS
       INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_NEIGHBOURS INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_PARCELSHOP
       INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_PARCELSTATION
       INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_PREFERRED_NEIGHBOURS
       INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_SAFEPLACE`,
      'in_transit.delivery_changed',
      { reason: 'recipient_request', party: 'recipient' },
    ],
    [
      `CALAMITY_SYSTEM_INTERVENTION_DELIVERY_AT_PARCELSHOP INTERVENTION_SYSTEM_FAILED_DELIVERY_AT_PARCELSHOP
       INTERVENTION_SYSTEM_FAILED_DELIVERY_AT_SAFEPLACE INTERVENTION_SYSTEM_REQUESTS_DELIVERY_AT_PARCELSHOP
       INTERVENTION_SYSTEM_REQUESTS_DELIVERY_AT_SAFEPLACE`,
      'in_transit.delivery_changed',
      { party: 'carrier' },
    ],
    ['FORWARDED_TO_DIFFERENT_ADDRESS', 'in_transit.forwarded'],
    ['ADDRESS_CORRECTED_BY_DEPOT_MANAGER', 'in_transit.address_corrected', { party: 'carrier' }],
    ['FOUND_AT_DEPOT FOUND_DURING_INVENTORY SHIPMENT_INSPECTION_RELEASED', 'in_transit.problem_solved'],
    [
      'RESPONSE_RECEIVED SERVICE_CHANGED VAT_AND_DUTY_PAYMENT_RECEIVED_BY_RECEIVER WILL_BE_TRANSFERRED_TO_THIRD_PARTY',
      'in_transit.information',
    ],
    ['TRACE_TERMINATED', 'in_transit.information', { evidence: 'inferred' }],

    ['LOAD_VEHICLE OUT_FOR_DELIVERY PARCEL_INTO_FALLBACK', 'out_for_delivery.with_driver'],
    ['PARCEL_WILL_BE_DELIVERED_SOON', 'out_for_delivery.arriving_soon'],

    [
      `AWAITING_RECEIVER_COLLECTION DELIVERED_AT_ACCESSPOINT DELIVERED_AT_PARCELSTATION
       NOTIFICATION_FOR_PARCELSHOP_COLLECTION_HAS_BEEN_SENT ON_HOLD_FOR_COLLECTION PARCEL_FOUND_AT_PARCELSHOP
       PARCEL_HELD_FOR_COLLECTION_AT_LOCAL_DEPOT`,
      'available_for_pickup.ready',
    ],
    // The parcel is there; only its notification failed.
    [
      'NOTIFICATION_FOR_PARCELSHOP_COLLECTION_HAS_FAILED',
      'available_for_pickup.ready',
      { evidence: 'inferred' },
    ],
    // It is not stated whether the recipient was present; a depot is not the recipient.
    ['DELIVERED_AT_DEPOT', 'available_for_pickup.ready', { evidence: 'guessed' }],
    [
      'CLOSED_AWAITING_COLLECTION',
      'available_for_pickup.ready_later',
      { reason: 'not_home', party: 'recipient' },
    ],
    [
      'DELIVERY_CODE_MISSING_PICK_UP',
      'available_for_pickup.ready_later',
      { reason: 'failed_check', party: 'recipient' },
    ],
    ['PARCELSHOP_DELIVERY_DEVIATION', 'available_for_pickup.diverted', { party: 'carrier' }],
    [
      'REMINDER_FOR_COLLECTION_SENT_EMAIL REMINDER_FOR_COLLECTION_SENT_LETTER REMINDER_FOR_COLLECTION_SENT_SMS',
      'available_for_pickup.last_call',
      { evidence: 'inferred' },
    ],

    ['DELIVERED DELIVERED_NO_CODE_VALIDATION DELIVERED_NOT_IN_TIME', 'delivered.handed_over'],
    ['DELIVERED_DAMAGED', 'delivered.handed_over', { reason: 'damage', party: 'carrier' }],
    ['SIGNATURE_RECORDED', 'delivered.signed'],
    [
      'COLLECTED_AT_ACCESSPOINT COLLECTED_AT_PARCELSHOP COLLECTED_AT_PARCELSTATION SHIPMENT_COLLECTED',
      'delivered.collected',
    ],
    ['DELIVERED_IN_MAILBOX', 'delivered.mailbox'],
    ['DELIVERED_AT_SAFEPLACE', 'delivered.safe_place'],
    ['DELIVERED_AT_NEIGHBOURS DELIVERED_AT_PREFERED_NEIGHBOURS', 'delivered.neighbour'],
    ['PARTIAL_DELIVERY', 'delivered.partial'],
  ],
  {
    COD_AMOUNT_CHANGED: 'The amount to collect was changed; the parcel does not move.',
    MONEY_TRANSFERED_TO_SENDER: 'Money collected on delivery was passed on; the parcel does not move.',
    DIFFERENT_STATUSES: 'Several pieces differ; each one reports its own status.',
    IMAGE_AVAILABLE: 'A photo is available; the parcel does not move.',
    PICTURE_TAKEN_OF_PARCEL: 'A photo is available; the parcel does not move.',
    NOTHING_PICKED_UP_GOODS_ALREADY_COLLECTED:
      'A pickup order came too late; the earlier pickup was reported itself.',
    PARCEL_INFORMATION_REMOVED_FROM_PARCELSHOP_APPLICATION: 'Housekeeping in the software of a shop.',
  },
);
