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
  id: z.string().describe('Id or tracking id of the shipment.'),
});

export const shipmentRoutes = {
  createShipment: route({
    operationId: 'createShipment',
    method: 'POST',
    path: '/v1/shipments',
    tag: 'Shipments',
    summary: 'Register a shipment',
    description:
      'The shipment is tracked from now on. Registering the same number again returns the existing shipment. Events received before the registration are included.',
    access: 'shipments:write',
    body: shipmentGiven,
    idempotent: true,
    responses: {
      201: { description: 'Registered.', schema: shipment },
      200: { description: 'The number was already registered; this is its shipment.', schema: shipment },
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
    description: 'Each row has its own result; an invalid row does not affect the others.',
    access: 'shipments:write',
    body: shipmentBatchGiven,
    bodyLimit: 4 * 1024 * 1024,
    idempotent: true,
    responses: { 200: { description: 'One result per row.', schema: shipmentBatchResult } },
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
      'All filters must match. Pages use cursors: with sort createdAt each shipment is returned exactly once even if shipments change while paging; with -updatedAt a changed shipment moves to the front.',
    access: 'shipments:read',
    query: shipmentListQuery,
    responses: { 200: { description: 'A page of shipments.', schema: shipmentPage } },
    problems: ['invalid_cursor', 'unsupported_combination'],
  }),
  countShipments: route({
    operationId: 'countShipments',
    method: 'GET',
    path: '/v1/shipments/count',
    tag: 'Shipments',
    summary: 'Count shipments',
    description:
      'Accepts the same filters as the list. Counts are exact up to a limit; isMore is true beyond it.',
    access: 'shipments:read',
    query: shipmentCountQuery,
    responses: { 200: { description: 'The number of matching shipments.', schema: shipmentCount } },
    problems: ['unsupported_combination'],
  }),
  exportShipments: route({
    operationId: 'exportShipments',
    method: 'GET',
    path: '/v1/shipments/export',
    tag: 'Shipments',
    summary: 'Export shipments',
    description:
      'All shipments that match the filters, in one file. The header X-Total-Count contains the number of rows, if known (above 10000 it is 10000+). With the default sort -createdAt each shipment is included exactly once even if shipments change during the export.',
    access: 'shipments:read',
    query: shipmentExportQuery,
    responses: {
      200: { description: 'A CSV file (UTF-8, RFC 4180), or newline-delimited JSON.', type: 'text/csv' },
    },
    problems: ['unsupported_combination'],
  }),
  readShipment: route({
    operationId: 'readShipment',
    method: 'GET',
    path: '/v1/shipments/{id}',
    tag: 'Shipments',
    summary: 'Get a shipment',
    access: 'shipments:read',
    params,
    query: z.strictObject({}),
    responses: { 200: { description: 'The shipment.', schema: shipment } },
    problems: ['not_found'],
  }),
  readHistory: route({
    operationId: 'readHistory',
    method: 'GET',
    path: '/v1/shipments/{id}/history',
    tag: 'Shipments',
    summary: 'Get the history of a shipment',
    description:
      'The timeline is sorted newest first. An event reported by several sources is one entry. With from or to, a date without time counts at the moment by which it is sorted.',
    access: 'shipments:read',
    params,
    query: historyQuery,
    responses: { 200: { description: 'The shipment and its timeline.', schema: shipmentHistory } },
    problems: ['not_found'],
  }),
  track: route({
    operationId: 'track',
    method: 'GET',
    path: '/v1/track',
    tag: 'Shipments',
    summary: 'Look up a tracking number',
    description: 'Accepts a tracking number of any carrier, with or without spaces, or a tracking id.',
    access: 'shipments:read',
    query: trackQuery,
    responses: {
      200: { description: 'The matching shipments; an empty list if there are none.', schema: trackResult },
    },
  }),
} as const;
