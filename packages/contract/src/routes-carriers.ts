import { z } from 'zod';
import {
  accessToken,
  carrierAccount,
  carrierAccountGiven,
  carrierAccountList,
  carrierList,
  hookReceipt,
  tokenError,
} from './carriers.ts';
import { id } from './fields.ts';
import { route } from './route.ts';

const hookParams = z.strictObject({ hookToken: z.string().describe('The last part of the webhook URL.') });

export const carrierRoutes = {
  listCarriers: route({
    operationId: 'listCarriers',
    method: 'GET',
    path: '/v1/carriers',
    tag: 'Carriers',
    summary: 'List carriers',
    access: 'key',
    query: z.strictObject({}),
    responses: { 200: { description: 'All supported carriers.', schema: carrierList } },
  }),
  listCarrierAccounts: route({
    operationId: 'listCarrierAccounts',
    method: 'GET',
    path: '/v1/carrier-accounts',
    tag: 'Carriers',
    summary: 'List carrier accounts',
    access: 'accounts:read',
    query: z.strictObject({}),
    responses: { 200: { description: 'The accounts of the workspace.', schema: carrierAccountList } },
  }),
  createCarrierAccount: route({
    operationId: 'createCarrierAccount',
    method: 'POST',
    path: '/v1/carrier-accounts',
    tag: 'Carriers',
    summary: 'Add a carrier account',
    description: 'If the carrier pushes, configure the returned webhook URL there.',
    access: 'accounts:write',
    body: carrierAccountGiven,
    responses: { 201: { description: 'The account.', schema: carrierAccount } },
    problems: ['carrier_unknown', 'invalid_settings'],
    example: { carrier: 'postnl', name: 'Main account', settings: { apiKey: 'your-key' }, pollEnabled: true },
  }),
  deleteCarrierAccount: route({
    operationId: 'deleteCarrierAccount',
    method: 'DELETE',
    path: '/v1/carrier-accounts/{id}',
    tag: 'Carriers',
    summary: 'Delete a carrier account',
    description: 'Its messages and events are kept.',
    access: 'accounts:write',
    params: z.strictObject({ id }),
    query: z.strictObject({}),
    responses: { 204: { description: 'Deleted.' } },
    problems: ['not_found'],
  }),
  receiveHook: route({
    operationId: 'receiveHook',
    method: 'POST',
    path: '/hooks/{hookToken}',
    tag: 'Carriers',
    summary: 'Receive a message pushed by a carrier',
    description:
      "Called by carriers. The message is authenticated by the carrier's scheme and stored verbatim before the response; it is processed afterwards. Where a carrier expects another response, its connector declares status, type and body.",
    access: 'own',
    params: hookParams,
    body: z.unknown().describe('The message in the carrier’s format.'),
    bodyType: '*/*',
    bodyLimit: 1024 * 1024,
    responses: { 200: { description: 'Stored.', schema: hookReceipt } },
    problems: [
      'unknown_hook',
      'carrier_does_not_push',
      'signature_refused',
      'empty_body',
      'inbox_full',
      'too_many_failures',
    ],
  }),
  checkHook: route({
    operationId: 'checkHook',
    method: 'GET',
    path: '/hooks/{hookToken}',
    tag: 'Carriers',
    summary: 'Answer a carrier that checks a hook address or pushes by GET',
    description:
      'Some carriers check the address before they push, and some send the message in the query string. The connector declares the response.',
    access: 'own',
    params: hookParams,
    responses: { 200: { description: 'As declared by the connector.', type: '*/*' } },
    problems: [
      'unknown_hook',
      'carrier_does_not_push',
      'signature_refused',
      'empty_body',
      'inbox_full',
      'too_many_failures',
    ],
  }),
  issueHookToken: route({
    operationId: 'issueHookToken',
    method: 'POST',
    path: '/hooks/{hookToken}/oauth/token',
    tag: 'Carriers',
    summary: 'Issue an access token to a carrier',
    access: 'own',
    params: hookParams,
    body: z
      .unknown()
      .describe(
        'grant_type, client_id and client_secret, form-encoded. The last two may be sent in the Authorization header instead.',
      ),
    bodyType: 'application/x-www-form-urlencoded',
    bodyLimit: 16 * 1024,
    responses: {
      200: { description: 'The token.', schema: accessToken },
      400: { description: 'The request is invalid.', schema: tokenError },
      401: { description: 'The client is unknown.', schema: tokenError },
    },
    problems: ['unknown_hook', 'carrier_does_not_push', 'too_many_failures'],
  }),
} as const;
