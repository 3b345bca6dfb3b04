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
const noParameters = z.strictObject({});

const keyRoutes = {
  listKeys: route({
    operationId: 'listKeys',
    method: 'GET',
    path: '/v1/keys',
    tag: 'Administration',
    summary: 'List API keys',
    access: 'keys:write',
    query: noParameters,
    responses: { 200: { description: 'The keys of the workspace.', schema: apiKeyList } },
  }),
  createKey: route({
    operationId: 'createKey',
    method: 'POST',
    path: '/v1/keys',
    tag: 'Administration',
    summary: 'Create an API key',
    access: 'keys:write',
    body: keyGiven,
    responses: { 201: { description: 'The key. Its secret is shown only once.', schema: newApiKey } },
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
    query: noParameters,
    responses: { 204: { description: 'Revoked. Other processes may accept it for a few more seconds.' } },
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
    description: 'A key lists its own workspace; an installation key lists all.',
    access: 'workspaces:write',
    query: noParameters,
    responses: { 200: { description: 'The workspaces the key has access to.', schema: workspaceList } },
  }),
  createWorkspace: route({
    operationId: 'createWorkspace',
    method: 'POST',
    path: '/v1/workspaces',
    tag: 'Administration',
    summary: 'Create a workspace',
    access: 'workspaces:write',
    body: workspaceGiven,
    responses: { 201: { description: 'The workspace and its first key.', schema: newWorkspace } },
    problems: ['installation_key_needed', 'name_taken'],
    example: { slug: 'shop', name: 'Shop' },
  }),
  deleteWorkspace: route({
    operationId: 'deleteWorkspace',
    method: 'DELETE',
    path: '/v1/workspaces/{id}',
    tag: 'Administration',
    summary: 'Delete a workspace with all its data',
    description: 'Requires the slug of the workspace as ?confirm=, except for the demo.',
    access: 'workspaces:write',
    params,
    query: workspaceRemovalQuery,
    responses: { 204: { description: 'Deleted with all its data.' } },
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
    query: noParameters,
    responses: { 200: { description: 'The endpoints of the workspace.', schema: webhookEndpointList } },
  }),
  createWebhookEndpoint: route({
    operationId: 'createWebhookEndpoint',
    method: 'POST',
    path: '/v1/webhook-endpoints',
    tag: 'Administration',
    summary: 'Add a webhook endpoint',
    description:
      'It receives every change from now on, signed according to Standard Webhooks. Deliveries are retried until the endpoint responds with 2xx.',
    access: 'webhooks:write',
    body: webhookEndpointGiven,
    responses: {
      201: { description: 'The endpoint. Its secret is shown only once.', schema: newWebhookEndpoint },
    },
    problems: ['address_refused'],
    example: { url: 'https://shop.example/hooks/milepost' },
  }),
  deleteWebhookEndpoint: route({
    operationId: 'deleteWebhookEndpoint',
    method: 'DELETE',
    path: '/v1/webhook-endpoints/{id}',
    tag: 'Administration',
    summary: 'Delete a webhook endpoint',
    access: 'webhooks:write',
    params,
    query: noParameters,
    responses: { 204: { description: 'Deleted.' } },
    problems: ['not_found'],
  }),
  listDeliveries: route({
    operationId: 'listDeliveries',
    method: 'GET',
    path: '/v1/webhook-endpoints/{id}/deliveries',
    tag: 'Administration',
    summary: 'List the deliveries to a webhook endpoint',
    access: 'webhooks:write',
    params,
    query: deliveriesQuery,
    responses: { 200: { description: 'A page of deliveries, newest first.', schema: webhookDeliveryPage } },
    problems: ['not_found', 'invalid_cursor'],
  }),
};

export const administrationRoutes = { ...keyRoutes, ...workspaceRoutes, ...webhookRoutes } as const;
