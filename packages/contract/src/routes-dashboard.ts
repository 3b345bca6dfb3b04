import { z } from 'zod';
import { brand, brandGiven, logoBytesMax, logoGiven } from './brand.ts';
import { feedList } from './feeds.ts';
import { id } from './fields.ts';
import { overview, overviewQuery } from './overview.ts';
import { rawMessage } from './raw-message.ts';
import { route } from './route.ts';
import { searchQuery, searchResult } from './search.ts';
import { savedView, savedViewGiven, savedViewList } from './views.ts';

const noParameters = z.strictObject({});
const viewParams = z.strictObject({ id: id.describe('Id of the view.') });

const exampleView = {
  name: 'Due today, not with the driver',
  query: { milestone: 'info_received,in_transit', dueBefore: '2026-03-03T00:00:00Z', sort: 'dueAt' },
};

// A PNG of one pixel.
const exampleLogo = {
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

export const dashboardRoutes = {
  search: route({
    operationId: 'search',
    method: 'GET',
    path: '/v1/search',
    tag: 'Shipments',
    summary: 'Search shipments',
    description:
      'Tolerates missing spaces, dashes and accents, and one typing error per word of a name. Exact matches come first; similar matches are returned only if there are no better ones.',
    access: 'shipments:read',
    query: searchQuery,
    responses: { 200: { description: 'The matches, grouped by the matching field.', schema: searchResult } },
  }),
  readOverview: route({
    operationId: 'readOverview',
    method: 'GET',
    path: '/v1/overview',
    tag: 'Shipments',
    summary: 'Get the figures of today',
    access: 'shipments:read',
    query: overviewQuery,
    responses: { 200: { description: 'Five figures, each with its filter.', schema: overview } },
  }),
  readRawMessage: route({
    operationId: 'readRawMessage',
    method: 'GET',
    path: '/v1/shipments/{id}/messages/{messageId}',
    tag: 'Shipments',
    summary: 'Get a raw message of a shipment with the decoded events',
    description:
      'Use the `rawMessageId` of a timeline source. The message is returned completely, including other shipments in it.',
    access: 'raw:read',
    params: z.strictObject({
      id: z.string().describe('Id or tracking id of the shipment.'),
      messageId: id.describe('Id of the message.'),
    }),
    query: noParameters,
    responses: { 200: { description: 'The message with the decoded events.', schema: rawMessage } },
    problems: ['not_found'],
  }),
  listViews: route({
    operationId: 'listViews',
    method: 'GET',
    path: '/v1/views',
    tag: 'Shipments',
    summary: 'List saved views',
    access: 'shipments:read',
    query: noParameters,
    responses: { 200: { description: 'Own and shared views with counts.', schema: savedViewList } },
  }),
  createView: route({
    operationId: 'createView',
    method: 'POST',
    path: '/v1/views',
    tag: 'Shipments',
    summary: 'Save a view',
    access: 'shipments:read',
    body: savedViewGiven,
    responses: { 201: { description: 'The view.', schema: savedView } },
    problems: ['refused'],
    example: exampleView,
  }),
  replaceView: route({
    operationId: 'replaceView',
    method: 'PUT',
    path: '/v1/views/{id}',
    tag: 'Shipments',
    summary: 'Change a saved view',
    access: 'shipments:read',
    params: viewParams,
    body: savedViewGiven,
    responses: { 200: { description: 'The view.', schema: savedView } },
    problems: ['not_found'],
    example: exampleView,
  }),
  deleteView: route({
    operationId: 'deleteView',
    method: 'DELETE',
    path: '/v1/views/{id}',
    tag: 'Shipments',
    summary: 'Delete a saved view',
    description: 'Callers with workspaces:write can also delete shared views of other users.',
    access: 'shipments:read',
    params: viewParams,
    query: noParameters,
    responses: { 204: { description: 'Deleted.' } },
    problems: ['not_found'],
  }),
  listFeeds: route({
    operationId: 'listFeeds',
    method: 'GET',
    path: '/v1/feeds',
    tag: 'Carriers',
    summary: 'List carrier feeds',
    access: 'accounts:read',
    query: noParameters,
    responses: { 200: { description: 'One entry per carrier account.', schema: feedList } },
  }),
  readBrand: route({
    operationId: 'readBrand',
    method: 'GET',
    path: '/v1/brand',
    tag: 'Administration',
    summary: 'Get the brand',
    access: 'key',
    query: noParameters,
    responses: { 200: { description: 'Name, colour, message and support contact.', schema: brand } },
  }),
  replaceBrand: route({
    operationId: 'replaceBrand',
    method: 'PUT',
    path: '/v1/brand',
    tag: 'Administration',
    summary: 'Replace the brand',
    access: 'workspaces:write',
    body: brandGiven,
    responses: { 200: { description: 'The new brand.', schema: brand } },
    example: { name: 'Kanaal Coffee', colour: '#7a3e1d', support: { email: 'help@kanaal.example' } },
  }),
  readLogo: route({
    operationId: 'readLogo',
    method: 'GET',
    path: '/v1/brand/logo',
    tag: 'Administration',
    summary: 'Get the logo',
    access: 'key',
    query: noParameters,
    responses: { 200: { description: 'The image.', type: 'image/*' } },
    problems: ['not_found'],
  }),
  replaceLogo: route({
    operationId: 'replaceLogo',
    method: 'PUT',
    path: '/v1/brand/logo',
    tag: 'Administration',
    summary: 'Replace the logo',
    access: 'workspaces:write',
    body: logoGiven,
    bodyLimit: 2 * logoBytesMax,
    responses: { 200: { description: 'The brand, with its logo.', schema: brand } },
    problems: ['unsupported_media_type'],
    example: exampleLogo,
  }),
  deleteLogo: route({
    operationId: 'deleteLogo',
    method: 'DELETE',
    path: '/v1/brand/logo',
    tag: 'Administration',
    summary: 'Delete the logo',
    access: 'workspaces:write',
    query: noParameters,
    responses: { 204: { description: 'Deleted.' } },
  }),
} as const;
