import { z } from 'zod';
import { countParameter, cursor, id, instant, name, nextCursor, text } from './fields.ts';
import { scope } from './scopes.ts';

// ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────

export const keyGiven = z
  .strictObject({
    name: name(100).describe('Purpose of the key.'),
    scopes: z
      .array(scope)
      .min(1)
      .transform((given) => [...new Set(given)])
      .describe('Scopes of the key. Only scopes that the caller has.'),
  })
  .describe('A new API key.');

const apiKey = z
  .strictObject({
    id: id.describe('Id of the key.'),
    name: z.string().describe('Purpose of the key.'),
    hint: z.string().describe('The last four characters of the key.'),
    scopes: z.array(scope).describe('Scopes of the key.'),
    isInstallation: z
      .boolean()
      .describe('True for a key with access to every workspace of the installation.'),
    createdAt: instant.describe('Time of creation.'),
    lastUsedAt: instant.nullable().describe('Time of the last use, to the minute.'),
  })
  .describe('An API key, without its secret.');

export const newApiKey = z
  .strictObject({
    ...apiKey.shape,
    secret: z.string().describe('The key. Shown only once; the server stores a hash.'),
  })
  .describe('A new API key with its secret.');

export const apiKeyList = z
  .strictObject({ keys: z.array(apiKey).describe('The active keys.') })
  .describe('The API keys of the workspace.');

// ── workspaces ─────────────────────────────────────────────────────────────────────────────────────────────

export const workspaceGiven = z
  .strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
        error:
          'Must be 1 to 40 lower-case letters, digits and dashes, and start and end with a letter or digit.',
      })
      .describe('Short name for URLs and commands.'),
    name: name(100).describe('Display name.'),
  })
  .describe('A new workspace.');

export const workspace = z
  .strictObject({
    id: id.describe('Id of the workspace.'),
    slug: z.string().describe('Short name.'),
    name: z.string().describe('Display name.'),
    isDemo: z
      .boolean()
      .describe('True for the demo, which has simulated carriers and can be removed in one step.'),
    createdAt: instant.describe('Time of creation.'),
  })
  .describe('A workspace. All data belongs to a workspace, and a key has access only to its own.');

export const workspaceList = z
  .strictObject({ workspaces: z.array(workspace).describe('The workspaces the key has access to.') })
  .describe('The workspaces the key has access to.');

export const newWorkspace = z
  .strictObject({
    workspace: workspace.describe('The workspace.'),
    key: newApiKey.describe('The first key of the workspace, with every scope.'),
  })
  .describe('A new workspace and its first key.');

export const workspaceRemovalQuery = z.strictObject({
  confirm: name(40).optional().describe('The slug of the workspace. Not needed for the demo.'),
});

// ── webhooks that we send ──────────────────────────────────────────────────────────────────────────────────

export const webhookEndpointGiven = z
  .strictObject({
    url: text(2_000)
      .refine((value) => URL.canParse(value), {
        error: 'Must be a URL like https://shop.example/hooks.',
      })
      .describe('URL to which changes are sent.'),
  })
  .describe('A webhook endpoint.');

const webhookEndpoint = z
  .strictObject({
    id: id.describe('Id of the endpoint.'),
    url: z.string().describe('URL to which changes are sent.'),
    enabled: z.boolean().describe('False after it was disabled because deliveries failed for too long.'),
    createdAt: instant.describe('Time of creation.'),
  })
  .describe('An endpoint that receives every change, signed according to Standard Webhooks.');

export const newWebhookEndpoint = z
  .strictObject({
    ...webhookEndpoint.shape,
    secret: z.string().describe('Signing secret (whsec_…). Shown only once.'),
  })
  .describe('A new webhook endpoint with its secret.');

export const webhookEndpointList = z
  .strictObject({ endpoints: z.array(webhookEndpoint).describe('The endpoints of the workspace.') })
  .describe('The webhook endpoints of the workspace.');

export const deliveriesQuery = z.strictObject({
  limit: countParameter(200).default(50).describe('Deliveries per page, up to 200.'),
  cursor: cursor.optional(),
});

const webhookDelivery = z
  .strictObject({
    position: z.int().describe('Position of the change; the same as its id on the stream.'),
    attempts: z.int().describe('Number of attempts.'),
    deliveredAt: instant.nullable().describe('Time of successful delivery; null until then.'),
    nextAttemptAt: instant.nullable().describe('Time of the next attempt; null if there is none.'),
    lastFailure: z.string().nullable().describe('Why the last attempt failed.'),
  })
  .describe('The delivery of one change to one endpoint.');

export const webhookDeliveryPage = z
  .strictObject({ deliveries: z.array(webhookDelivery).describe('Newest first.'), nextCursor })
  .describe('A page of deliveries.');

// ── the server itself ──────────────────────────────────────────────────────────────────────────────────────

export const liveness = z
  .strictObject({ status: z.literal('ok').describe('Always ok.') })
  .describe('The process is alive.');

export const readiness = z
  .strictObject({
    ready: z.boolean().describe('True when requests can be served.'),
    checks: z.record(z.string(), z.string()).describe('The result of each check.'),
  })
  .describe('Whether the server can serve requests.');
