import { z } from 'zod';
import { historyQuery, shipmentHistory, trackQuery, trackResult } from './history.ts';
import { route } from './route.ts';
import {
  batchSizeMax,
  shipment,
  shipmentBatchGiven,
  shipmentBatchResult,
  shipmentCount,
  shipmentCountQuery,
  shipmentExportQuery,
  shipmentGiven,
  shipmentListQuery,
  shipmentPage,
} from './shipments.ts';

const exampleShipment = {
  carrier: 'postnl',
  trackingNumber: '3SABCD1234567',
  references: ['ORDER-1042'],
  destination: { name: 'Utrecht', postcode: '3511 LX', country: 'NL' },
  despatchDate: '2026-03-02',
};

const params = z.strictObject({
  id: z.string().describe('Our id of the shipment, or its tracking id.'),
});

export const shipmentRoutes = {
  createShipment: route({
    operationId: 'createShipment',
    method: 'POST',
    path: '/v1/shipments',
    tag: 'Shipments',
    summary: 'Register a shipment',
    description:
      'From here on the shipment is followed. The same number again gives the same shipment. Facts that came before anybody registered the number are there at once.',
    access: 'shipments:write',
    body: shipmentGiven,
    idempotent: true,
    answers: {
      201: { description: 'Registered.', schema: shipment },
      200: { description: 'The number was known; this is its shipment.', schema: shipment },
    },
    problems: [
      'carrier_unknown',
      'carrier_ambiguous',
      'carrier_not_recognised',
      'number_in_use',
      'no_parcel',
      'refused',
      'idempotency_in_progress',
      'idempotency_mismatch',
    ],
    example: exampleShipment,
  }),
  createShipments: route({
    operationId: 'createShipments',
    method: 'POST',
    path: '/v1/shipments/batch',
    tag: 'Shipments',
    summary: `Register up to ${batchSizeMax} shipments`,
    description: 'Each row has a result of its own: a row that is refused takes no other with it.',
    access: 'shipments:write',
    body: shipmentBatchGiven,
    bodyLimit: 4 * 1024 * 1024,
    idempotent: true,
    answers: { 200: { description: 'One result a row.', schema: shipmentBatchResult } },
    problems: ['idempotency_in_progress', 'idempotency_mismatch'],
    example: { shipments: [exampleShipment] },
  }),
  listShipments: route({
    operationId: 'listShipments',
    method: 'GET',
    path: '/v1/shipments',
    tag: 'Shipments',
    summary: 'List shipments',
    description:
      'Filters add up. Pages by cursor: with sort createdAt each shipment comes exactly once, whatever changes meanwhile; with -updatedAt one that changes meanwhile moves to the front.',
    access: 'shipments:read',
    query: shipmentListQuery,
    answers: { 200: { description: 'A page of shipments.', schema: shipmentPage } },
    problems: ['invalid_cursor', 'unsupported_combination'],
  }),
  countShipments: route({
    operationId: 'countShipments',
    method: 'GET',
    path: '/v1/shipments/count',
    tag: 'Shipments',
    summary: 'Count shipments',
    description:
      'Takes the filters of the list. Exact up to a limit, beyond which it says that there are more.',
    access: 'shipments:read',
    query: shipmentCountQuery,
    answers: { 200: { description: 'How many fit.', schema: shipmentCount } },
    problems: ['unsupported_combination'],
  }),
  exportShipments: route({
    operationId: 'exportShipments',
    method: 'GET',
    path: '/v1/shipments/export',
    tag: 'Shipments',
    summary: 'Export shipments',
    description:
      'Everything that the list with the same filters and sort would page through, as one file. The header X-Total-Count holds how many rows come where that is known (up to 10000, then with a + behind it). With the default sort, -createdAt, each shipment comes exactly once whatever changes meanwhile.',
    access: 'shipments:read',
    query: shipmentExportQuery,
    answers: {
      200: { description: 'A CSV file (UTF-8, RFC 4180), or one shipment a line.', type: 'text/csv' },
    },
    problems: ['unsupported_combination'],
  }),
  readShipment: route({
    operationId: 'readShipment',
    method: 'GET',
    path: '/v1/shipments/{id}',
    tag: 'Shipments',
    summary: 'Read one shipment',
    access: 'shipments:read',
    params,
    query: z.strictObject({}),
    answers: { 200: { description: 'The shipment.', schema: shipment } },
    problems: ['not_found'],
  }),
  readHistory: route({
    operationId: 'readHistory',
    method: 'GET',
    path: '/v1/shipments/{id}/history',
    tag: 'Shipments',
    summary: 'Read everything that happened to a shipment',
    description:
      'The timeline is newest first; one happening told by several sources is one line. In a range, a day without time counts with the moment by which it is sorted.',
    access: 'shipments:read',
    params,
    query: historyQuery,
    answers: { 200: { description: 'The shipment and its timeline.', schema: shipmentHistory } },
    problems: ['not_found'],
  }),
  track: route({
    operationId: 'track',
    method: 'GET',
    path: '/v1/track',
    tag: 'Shipments',
    summary: 'Look up a number',
    description: "Takes any carrier's number, with or without spaces, or our tracking id.",
    access: 'shipments:read',
    query: trackQuery,
    answers: {
      200: { description: 'The shipments that carry it; none is an empty list.', schema: trackResult },
    },
  }),
} as const;
