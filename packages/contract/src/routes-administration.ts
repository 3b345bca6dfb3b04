import { z } from 'zod';
import {
  apiKeyList,
  deliveriesQuery,
  keyGiven,
  newApiKey,
  newWebhookEndpoint,
  newWorkspace,
  webhookDeliveryPage,
  webhookEndpointGiven,
  webhookEndpointList,
  workspaceGiven,
  workspaceList,
  workspaceRemovalQuery,
} from './administration.ts';
import { id } from './fields.ts';
import { route } from './route.ts';

const params = z.strictObject({ id });
const nothing = z.strictObject({});

const keyRoutes = {
  listKeys: route({
    operationId: 'listKeys',
    method: 'GET',
    path: '/v1/keys',
    tag: 'Administration',
    summary: 'List API keys',
    access: 'keys:write',
    query: nothing,
    answers: { 200: { description: 'The keys of the workspace.', schema: apiKeyList } },
  }),
  createKey: route({
    operationId: 'createKey',
    method: 'POST',
    path: '/v1/keys',
    tag: 'Administration',
    summary: 'Make an API key',
    access: 'keys:write',
    body: keyGiven,
    answers: { 201: { description: 'The key. Its secret is shown this once.', schema: newApiKey } },
    problems: ['scope_not_grantable'],
    example: { name: 'Shop', scopes: ['shipments:read', 'shipments:write'] },
  }),
  deleteKey: route({
    operationId: 'deleteKey',
    method: 'DELETE',
    path: '/v1/keys/{id}',
    tag: 'Administration',
    summary: 'Revoke an API key',
    access: 'keys:write',
    params,
    query: nothing,
    answers: { 204: { description: 'Revoked. Elsewhere it may hold for some seconds more.' } },
    problems: ['not_found'],
  }),
};

const workspaceRoutes = {
  listWorkspaces: route({
    operationId: 'listWorkspaces',
    method: 'GET',
    path: '/v1/workspaces',
    tag: 'Administration',
    summary: 'List workspaces',
    description: 'A key sees its own workspace; an installation key sees all.',
    access: 'workspaces:write',
    query: nothing,
    answers: { 200: { description: 'The workspaces that the key sees.', schema: workspaceList } },
  }),
  createWorkspace: route({
    operationId: 'createWorkspace',
    method: 'POST',
    path: '/v1/workspaces',
    tag: 'Administration',
    summary: 'Make a workspace',
    access: 'workspaces:write',
    body: workspaceGiven,
    answers: { 201: { description: 'The workspace and its first key.', schema: newWorkspace } },
    problems: ['installation_key_needed', 'name_taken'],
    example: { slug: 'shop', name: 'Shop' },
  }),
  deleteWorkspace: route({
    operationId: 'deleteWorkspace',
    method: 'DELETE',
    path: '/v1/workspaces/{id}',
    tag: 'Administration',
    summary: 'Remove a workspace and everything in it',
    description: 'The demo goes in one step; any other workspace wants its slug as ?confirm=.',
    access: 'workspaces:write',
    params,
    query: workspaceRemovalQuery,
    answers: { 204: { description: 'Removed, with everything in it.' } },
    problems: ['not_found', 'confirmation_needed'],
  }),
};

const webhookRoutes = {
  listWebhookEndpoints: route({
    operationId: 'listWebhookEndpoints',
    method: 'GET',
    path: '/v1/webhook-endpoints',
    tag: 'Administration',
    summary: 'List webhook endpoints',
    access: 'webhooks:write',
    query: nothing,
    answers: { 200: { description: 'The endpoints of the workspace.', schema: webhookEndpointList } },
  }),
  createWebhookEndpoint: route({
    operationId: 'createWebhookEndpoint',
    method: 'POST',
    path: '/v1/webhook-endpoints',
    tag: 'Administration',
    summary: 'Add a webhook endpoint',
    description:
      'It is told every change from now on, signed as Standard Webhooks describe, and again until it answers 2xx.',
    access: 'webhooks:write',
    body: webhookEndpointGiven,
    answers: {
      201: { description: 'The endpoint. Its secret is shown this once.', schema: newWebhookEndpoint },
    },
    problems: ['address_refused'],
    example: { url: 'https://shop.example/hooks/milepost' },
  }),
  deleteWebhookEndpoint: route({
    operationId: 'deleteWebhookEndpoint',
    method: 'DELETE',
    path: '/v1/webhook-endpoints/{id}',
    tag: 'Administration',
    summary: 'Remove a webhook endpoint',
    access: 'webhooks:write',
    params,
    query: nothing,
    answers: { 204: { description: 'Removed.' } },
    problems: ['not_found'],
  }),
  listDeliveries: route({
    operationId: 'listDeliveries',
    method: 'GET',
    path: '/v1/webhook-endpoints/{id}/deliveries',
    tag: 'Administration',
    summary: 'See what was delivered to an endpoint',
    access: 'webhooks:write',
    params,
    query: deliveriesQuery,
    answers: { 200: { description: 'A page of deliveries, newest first.', schema: webhookDeliveryPage } },
    problems: ['not_found', 'invalid_cursor'],
  }),
};

export const administrationRoutes = { ...keyRoutes, ...workspaceRoutes, ...webhookRoutes } as const;
