import { z } from 'zod';
import { brand, brandGiven, logoBytesMax, logoGiven } from './brand.ts';
import { feedList } from './feeds.ts';
import { id } from './fields.ts';
import { overview, overviewQuery } from './overview.ts';
import { rawMessage } from './raw-message.ts';
import { route } from './route.ts';
import { searchQuery, searchResult } from './search.ts';
import { savedView, savedViewGiven, savedViewList } from './views.ts';

const none = z.strictObject({});
const viewParams = z.strictObject({ id: id.describe('Our id of the view.') });

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
    summary: 'Find shipments by anything known of them',
    description:
      'Forgives missing spaces, dashes and accents everywhere, and one slip of the finger in each word of a name. What was typed exactly comes first; shipments that are only similar come when nothing fits better.',
    access: 'shipments:read',
    query: searchQuery,
    answers: { 200: { description: 'What was found, by what it was found by.', schema: searchResult } },
  }),
  readOverview: route({
    operationId: 'readOverview',
    method: 'GET',
    path: '/v1/overview',
    tag: 'Shipments',
    summary: 'Read how it stands today',
    access: 'shipments:read',
    query: overviewQuery,
    answers: { 200: { description: 'Five figures, each with the filter behind it.', schema: overview } },
  }),
  readRawMessage: route({
    operationId: 'readRawMessage',
    method: 'GET',
    path: '/v1/shipments/{id}/messages/{messageId}',
    tag: 'Shipments',
    summary: 'Read a message that told about a shipment, and what we made of it',
    description:
      'The `rawMessageId` of a source of the timeline leads here. A message may tell of other shipments too; it is shown whole.',
    access: 'raw:read',
    params: z.strictObject({
      id: z.string().describe('Our id of the shipment, or its tracking id.'),
      messageId: id.describe('Our id of the message.'),
    }),
    query: none,
    answers: { 200: { description: 'The message and its reading.', schema: rawMessage } },
    problems: ['not_found'],
  }),
  listViews: route({
    operationId: 'listViews',
    method: 'GET',
    path: '/v1/views',
    tag: 'Shipments',
    summary: 'List saved views',
    access: 'shipments:read',
    query: none,
    answers: { 200: { description: 'Your own and the shared ones, with counts.', schema: savedViewList } },
  }),
  createView: route({
    operationId: 'createView',
    method: 'POST',
    path: '/v1/views',
    tag: 'Shipments',
    summary: 'Save a view',
    access: 'shipments:read',
    body: savedViewGiven,
    answers: { 201: { description: 'The view.', schema: savedView } },
    problems: ['refused'],
    example: exampleView,
  }),
  replaceView: route({
    operationId: 'replaceView',
    method: 'PUT',
    path: '/v1/views/{id}',
    tag: 'Shipments',
    summary: 'Change one of your views',
    access: 'shipments:read',
    params: viewParams,
    body: savedViewGiven,
    answers: { 200: { description: 'The view.', schema: savedView } },
    problems: ['not_found'],
    example: exampleView,
  }),
  deleteView: route({
    operationId: 'deleteView',
    method: 'DELETE',
    path: '/v1/views/{id}',
    tag: 'Shipments',
    summary: 'Remove one of your views',
    description: 'Who may change the workspace may remove shared views of others too.',
    access: 'shipments:read',
    params: viewParams,
    query: none,
    answers: { 204: { description: 'Removed.' } },
    problems: ['not_found'],
  }),
  listFeeds: route({
    operationId: 'listFeeds',
    method: 'GET',
    path: '/v1/feeds',
    tag: 'Carriers',
    summary: 'See how the carriers feed us',
    access: 'accounts:read',
    query: none,
    answers: { 200: { description: 'One entry a carrier account.', schema: feedList } },
  }),
  readBrand: route({
    operationId: 'readBrand',
    method: 'GET',
    path: '/v1/brand',
    tag: 'Administration',
    summary: 'Read how the workspace shows itself',
    access: 'key',
    query: none,
    answers: { 200: { description: 'Name, colour, words and how to reach you.', schema: brand } },
  }),
  replaceBrand: route({
    operationId: 'replaceBrand',
    method: 'PUT',
    path: '/v1/brand',
    tag: 'Administration',
    summary: 'Say how the workspace shows itself',
    access: 'workspaces:write',
    body: brandGiven,
    answers: { 200: { description: 'As it is from now on.', schema: brand } },
    example: { name: 'Kanaal Coffee', colour: '#7a3e1d', support: { email: 'help@kanaal.example' } },
  }),
  readLogo: route({
    operationId: 'readLogo',
    method: 'GET',
    path: '/v1/brand/logo',
    tag: 'Administration',
    summary: 'Read the logo',
    access: 'key',
    query: none,
    answers: { 200: { description: 'The picture.', type: 'image/*' } },
    problems: ['not_found'],
  }),
  replaceLogo: route({
    operationId: 'replaceLogo',
    method: 'PUT',
    path: '/v1/brand/logo',
    tag: 'Administration',
    summary: 'Give a logo',
    access: 'workspaces:write',
    body: logoGiven,
    bodyLimit: 2 * logoBytesMax,
    answers: { 200: { description: 'The brand, with its logo.', schema: brand } },
    problems: ['unsupported_media_type'],
    example: exampleLogo,
  }),
  deleteLogo: route({
    operationId: 'deleteLogo',
    method: 'DELETE',
    path: '/v1/brand/logo',
    tag: 'Administration',
    summary: 'Take the logo away',
    access: 'workspaces:write',
    query: none,
    answers: { 204: { description: 'Removed.' } },
  }),
} as const;
