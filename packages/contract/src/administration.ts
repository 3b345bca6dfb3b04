import { z } from 'zod';
import { countParameter, cursor, id, instant, name, nextCursor, text } from './fields.ts';
import { scope } from './scopes.ts';

// ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const keyGiven = z
  .strictObject({
    name: name(100).describe('What the key is for.'),
    scopes: z
      .array(scope)
      .min(1)
      .transform((given) => [...new Set(given)])
      .describe('What it may do. Only scopes that the key of this request has itself.'),
  })
  .describe('A new API key.');

export const apiKey = z
  .strictObject({
    id: id.describe('Our id of the key.'),
    name: z.string().describe('What the key is for.'),
    hint: z.string().describe('Its last four characters, to tell keys apart.'),
    scopes: z.array(scope).describe('What it may do.'),
    isInstallation: z.boolean().describe('True for a key that sees every workspace of the installation.'),
    createdAt: instant.describe('When it was made.'),
    lastUsedAt: instant.nullable().describe('When it was last used, to the minute.'),
  })
  .describe('An API key, without its secret.');

export const newApiKey = z
  .strictObject({
    ...apiKey.shape,
    secret: z.string().describe('The key itself. Shown this once: we keep only a hash.'),
  })
  .describe('A new API key with its secret.');

export const apiKeyList = z
  .strictObject({ keys: z.array(apiKey).describe('The keys that hold.') })
  .describe('The API keys of the workspace.');

// ── workspaces ───────────────────────────────────────────────────────────────────────────────────────────────

export const workspaceGiven = z
  .strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
        error: 'Must be 1 to 40 small letters, digits and dashes, and begin and end with a letter or digit.',
      })
      .describe('Short name for addresses and commands.'),
    name: name(100).describe('Name for people.'),
  })
  .describe('A new workspace.');

export const workspace = z
  .strictObject({
    id: id.describe('Our id of the workspace.'),
    slug: z.string().describe('Short name.'),
    name: z.string().describe('Name for people.'),
    isDemo: z
      .boolean()
      .describe('True for the demo, which is fed by a simulator and may be removed in one step.'),
    createdAt: instant.describe('When it was made.'),
  })
  .describe('A workspace: everything belongs to one, and a key sees only its own.');

export const workspaceList = z
  .strictObject({ workspaces: z.array(workspace).describe('The workspaces that the key sees.') })
  .describe('The workspaces that the key sees.');

export const newWorkspace = z
  .strictObject({
    workspace: workspace.describe('The workspace.'),
    key: newApiKey.describe('A first key of the workspace, with every scope.'),
  })
  .describe('A new workspace and its first key.');

export const workspaceRemovalQuery = z.strictObject({
  confirm: name(40).optional().describe('The slug of the workspace. Not needed for the demo.'),
});

// ── webhooks that we send ────────────────────────────────────────────────────────────────────────────────────

export const webhookEndpointGiven = z
  .strictObject({
    url: text(2_000)
      .refine((value) => URL.canParse(value), {
        error: 'Must be an address like https://shop.example/hooks.',
      })
      .describe('Where changes are sent.'),
  })
  .describe('An endpoint for webhooks.');

export const webhookEndpoint = z
  .strictObject({
    id: id.describe('Our id of the endpoint.'),
    url: z.string().describe('Where changes are sent.'),
    enabled: z.boolean().describe('False once it was switched off after failing for too long.'),
    createdAt: instant.describe('When it was added.'),
  })
  .describe('An endpoint that is told every change, signed as Standard Webhooks describe.');

export const newWebhookEndpoint = z
  .strictObject({
    ...webhookEndpoint.shape,
    secret: z.string().describe('Proves that a message comes from us (whsec_…). Shown this once.'),
  })
  .describe('A new endpoint with its secret.');

export const webhookEndpointList = z
  .strictObject({ endpoints: z.array(webhookEndpoint).describe('The endpoints of the workspace.') })
  .describe('The webhook endpoints of the workspace.');

export const deliveriesQuery = z.strictObject({
  limit: countParameter(200).default(50).describe('Deliveries on a page, up to 200.'),
  cursor: cursor.optional(),
});

export const webhookDelivery = z
  .strictObject({
    position: z.int().describe('The change that is told; the same number is the id on the stream.'),
    attempts: z.int().describe('How often it was tried.'),
    deliveredAt: instant.nullable().describe('When it was taken; null while it was not.'),
    nextAttemptAt: instant.nullable().describe('When it is tried again; null when it is not.'),
    lastFailure: z.string().nullable().describe('Why the last try failed.'),
  })
  .describe('One change on its way to one endpoint.');

export const webhookDeliveryPage = z
  .strictObject({ deliveries: z.array(webhookDelivery).describe('Newest first.'), nextCursor })
  .describe('A page of deliveries.');

// ── the server itself ────────────────────────────────────────────────────────────────────────────────────────

export const liveness = z
  .strictObject({ status: z.literal('ok').describe('Always ok.') })
  .describe('The process answers.');

export const readiness = z
  .strictObject({
    ready: z.boolean().describe('True when requests can be served.'),
    checks: z.record(z.string(), z.string()).describe('Each thing that was looked at, and how it is.'),
  })
  .describe('Whether the server can do its work.');
