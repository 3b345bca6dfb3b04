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

const hookParams = z.strictObject({ hookToken: z.string().describe('The last part of the hook address.') });

export const carrierRoutes = {
  listCarriers: route({
    operationId: 'listCarriers',
    method: 'GET',
    path: '/v1/carriers',
    tag: 'Carriers',
    summary: 'List carriers',
    access: 'key',
    query: z.strictObject({}),
    answers: { 200: { description: 'Every carrier we speak to.', schema: carrierList } },
  }),
  listCarrierAccounts: route({
    operationId: 'listCarrierAccounts',
    method: 'GET',
    path: '/v1/carrier-accounts',
    tag: 'Carriers',
    summary: 'List carrier accounts',
    access: 'accounts:read',
    query: z.strictObject({}),
    answers: { 200: { description: 'The accounts of the workspace.', schema: carrierAccountList } },
  }),
  createCarrierAccount: route({
    operationId: 'createCarrierAccount',
    method: 'POST',
    path: '/v1/carrier-accounts',
    tag: 'Carriers',
    summary: 'Add a carrier account',
    description: 'Enter the hook address of the answer at the carrier, if it pushes.',
    access: 'accounts:write',
    body: carrierAccountGiven,
    answers: { 201: { description: 'The account.', schema: carrierAccount } },
    problems: ['carrier_unknown', 'invalid_settings'],
    example: { carrier: 'postnl', name: 'Main account', settings: { apiKey: 'your-key' }, pollEnabled: true },
  }),
  deleteCarrierAccount: route({
    operationId: 'deleteCarrierAccount',
    method: 'DELETE',
    path: '/v1/carrier-accounts/{id}',
    tag: 'Carriers',
    summary: 'Remove a carrier account',
    description: 'What it has told stays on record.',
    access: 'accounts:write',
    params: z.strictObject({ id }),
    query: z.strictObject({}),
    answers: { 204: { description: 'Removed.' } },
    problems: ['not_found'],
  }),
  receiveHook: route({
    operationId: 'receiveHook',
    method: 'POST',
    path: '/hooks/{hookToken}',
    tag: 'Carriers',
    summary: 'Receive a message pushed by a carrier',
    description:
      "Carriers call this. The message proves itself by the carrier's own scheme, is kept verbatim, and then answered; it is read afterwards.",
    access: 'own',
    params: hookParams,
    body: z.unknown().describe('Whatever the carrier sends.'),
    bodyType: '*/*',
    bodyLimit: 1024 * 1024,
    answers: { 202: { description: 'Kept.', schema: hookReceipt } },
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
    summary: 'Give a token to a carrier that wants one before it pushes',
    access: 'own',
    params: hookParams,
    body: z
      .unknown()
      .describe(
        'grant_type, client_id and client_secret, form-encoded; the latter two may stand in Authorization.',
      ),
    bodyType: 'application/x-www-form-urlencoded',
    bodyLimit: 16 * 1024,
    answers: {
      200: { description: 'The token.', schema: accessToken },
      400: { description: 'The request is not understood.', schema: tokenError },
      401: { description: 'The client is not known.', schema: tokenError },
    },
    problems: ['unknown_hook', 'carrier_does_not_push', 'too_many_failures'],
  }),
} as const;
