import { serviceTable } from './service-table.ts';

/**
 * DHL Parcel Polska (DHL's status list of June 2024). SP and POP are its parcel shops; SAS is a private
 * person nearby who accepts parcels.
 */
export const parcelPlCodes = serviceTable('parcel-pl', 'documented', [
  ['EDWP', 'info_received.data_received'],
  ['SP_DWP', 'in_transit.dropped_off'],
  ['DWP SP_PU', 'in_transit.accepted'],
  ['LP', 'in_transit.arrived_facility', { evidence: 'inferred' }],
  ['SORT', 'in_transit.processing'],
  ['LW LW_PL', 'in_transit.moving'],
  ['WYJPL', 'in_transit.departed_origin_country'],
  ['WEJPL', 'in_transit.arrived_destination_country', { evidence: 'inferred' }],
  ['EXA EDB SEC', 'in_transit.customs_started'],
  ['EXC EDC', 'in_transit.customs_cleared'],
  [
    'KWC TRM2 BCZ LIK SP_ATDSP TRM TRM_X WER ZID ZMA ZOS ZWW_KRYZ',
    'in_transit.arrived_delivery_depot',
    { evidence: 'inferred' },
  ],
  ['SP_DW ZWW_NSP', 'in_transit.to_pickup_point'],
  ['AWI_SPCAP', 'in_transit.to_pickup_point', { reason: 'capacity', party: 'carrier' }],
  [
    'PNPT PO18 PSHOP SAS SOB ZA ZAIT',
    'in_transit.delivery_changed',
    { reason: 'recipient_request', party: 'recipient' },
  ],
  ['POW', 'in_transit.information'],

  ['LK', 'out_for_delivery.with_driver'],
  [
    'DOR_SP DOR_POC OWL OWL_KP OWL_ONO OWL_PS_KP OWL_PS_ONO OWL_SP_KP OWL_SP_ONO SP_DSP SP_KP SP_PA',
    'available_for_pickup.ready',
  ],

  ['AWI_NSP ZWW', 'attempt_failed.unspecified'],
  ['AWI_ROD', 'attempt_failed.unspecified', { party: 'recipient', evidence: 'inferred' }],
  ['SP_CAP', 'attempt_failed.unspecified', { reason: 'capacity', party: 'carrier' }],
  ['AWI AWI_DP2 AWI_ONU AWI_SAS', 'attempt_failed.not_home', { party: 'recipient' }],
  ['AWI_OZ', 'attempt_failed.no_access'],
  ['BRG_SAS', 'attempt_failed.payment_not_ready', { party: 'recipient' }],

  ['DOR', 'delivered.handed_over'],
  ['DOR_LOK', 'delivered.safe_place'],
  ['DOR_OTH DOR_RDZ', 'delivered.other_person'],
  ['DOR_SAS', 'delivered.neighbour'],
  ['DOR_OWL PPDOR SP_DOR', 'delivered.collected'],

  ['BRG', 'exception.held_payment', { reason: 'payment', party: 'recipient' }],
  ['AN AN_BO AN_RA AN_SAS', 'exception.address_problem', { reason: 'address' }],
  ['CC SP_ZAM', 'exception.contact_needed'],
  ['PNK', 'exception.items_missing', { reason: 'missing' }],
  [
    'OP OP_BWER OP_DUB OP_OTH OP_PNK OP_REZ OP_ROD OP_SAS OP_TNZ OP_UMO OP_USK OP_USP',
    'exception.refused',
    { reason: 'refused', party: 'recipient' },
  ],
  ['OP_COD OP_PLA', 'exception.refused', { reason: 'payment', party: 'recipient' }],

  ['ZWR ZWR_WER', 'returning.started'],
  // Their texts mean returned, but each marks the start of the return; ZWR_ZT after a call with the sender.
  ['ZWN ZWR_ZT', 'returning.started', { evidence: 'inferred' }],
  ['AWI_CZAS SP_KZW SP_TO ZWR_ZB', 'returning.started', { party: 'recipient' }],
  ['ZWR_AN', 'returning.started', { reason: 'address', evidence: 'inferred' }],
  ['ZWR_OP SP_OP SP_ZWR', 'returning.started', { reason: 'refused', party: 'recipient' }],
  ['OP_DO', 'returning.started', { reason: 'failed_check', party: 'recipient' }],
  ['OP_DOK', 'returning.started', { party: 'recipient' }],
  ['REZ', 'returning.started', { reason: 'recipient_request', party: 'recipient' }],
  ['SP_CN', 'cancelled.by_sender', { party: 'sender', evidence: 'inferred' }],
]);
