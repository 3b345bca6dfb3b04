import type { Carrier, CarrierManifest } from '@milepost/connectors';
import type { CarrierAccountView, CarrierView } from '@milepost/contract';
import { z } from 'zod';
import type { Queries } from '../../../platform/database/database.ts';
import { iso, isoOrNull } from '../../../platform/http/present-times.ts';
import { fieldErrors } from '../../../platform/http/read-input.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import type { Secrets } from '../../../platform/secrets/secrets.ts';
import {
  type AccountRow,
  addAccount,
  listAccounts,
  removeAccount,
  sealingPlaceOf,
} from '../store/accounts.ts';

export interface CarrierRoutesDependencies {
  database: Queries;
  carriers: ReadonlyMap<string, Carrier>;
  secrets: Secrets;
  publicUrl: string;
  newId(): string;
  random(count: number): Uint8Array;
  /** An account, and with it its hook address, was removed. */
  onAccountRemoved(): void;
}

export function serveCarriers(api: Api, deps: CarrierRoutesDependencies): void {
  serve(api, 'listCarriers', async () => {
    return answer(200, { carriers: [...deps.carriers.values()].map(presentCarrier) });
  });

  serve(api, 'listCarrierAccounts', async ({ holder }) => {
    const rows = await listAccounts(deps.database, holder.workspaceId, 'carrier');
    return answer(200, { accounts: rows.map((row) => presentAccount(row, deps)) });
  });

  serve(api, 'createCarrierAccount', async ({ body, holder }) => {
    const settings = readSettings(deps.carriers.get(body.carrier), body);
    const id = deps.newId();
    const row = await addAccount(deps.database, {
      id,
      workspaceId: holder.workspaceId,
      kind: 'carrier',
      connector: body.carrier,
      name: body.name,
      hookToken: Buffer.from(deps.random(24)).toString('base64url'),
      settingsSealed: deps.secrets.seal(settings, sealingPlaceOf(id)),
      pollEnabled: body.pollEnabled,
      adoptsUnknown: body.adoptsUnknown,
    });
    return answer(201, presentAccount(row, deps));
  });

  serve(api, 'deleteCarrierAccount', async ({ params, holder }) => {
    const account = { workspaceId: holder.workspaceId, id: params.id, kind: 'carrier' } as const;
    const hookToken = await removeAccount(deps.database, account);
    if (hookToken === null) throw notFound('carrier account');
    deps.onAccountRemoved();
    return answer(204);
  });
}

// ── settings ───────────────────────────────────────────────────────────────────────────────────────────────

function readSettings(
  carrier: Carrier | undefined,
  given: { carrier: string; settings: Record<string, string> },
): Record<string, unknown> {
  if (!carrier) {
    const detail = `"${given.carrier}" is not a supported carrier.`;
    throw new Refusal('carrier_unknown', detail, { errors: [{ pointer: '/carrier', detail }] });
  }
  // Strict, so that a misspelt setting is reported and not dropped.
  const parsed = carrier.manifest.settings.strict().safeParse(given.settings);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error, 'body', '/settings');
  throw new Refusal(
    'invalid_settings',
    errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join(' '),
    {
      errors,
    },
  );
}

const mask = '••••';
/** Shorter secrets are masked completely. */
const hintedLengthMin = 8;

function masked(secret: string): string {
  return secret.length < hintedLengthMin ? mask : mask + secret.slice(-2);
}

/** Settings are sealed as a flat object of strings. */
const sealedSettings = z.record(z.string(), z.string());

function presentAccount(row: AccountRow, deps: CarrierRoutesDependencies): CarrierAccountView {
  const carrier = deps.carriers.get(row.connector);
  const settings = sealedSettings.parse(deps.secrets.open(row.settingsSealed, sealingPlaceOf(row.id)));
  // Without its connector, we cannot know which settings are secret, so all of them are masked.
  const isSecret = (name: string): boolean => carrier?.manifest.secrets.includes(name) ?? true;
  const shown = Object.entries(settings).map(([name, value]) => [
    name,
    isSecret(name) ? masked(value) : value,
  ]);
  return {
    id: row.id,
    carrier: row.connector,
    name: row.name,
    hookUrl: carrier?.webhook ? `${deps.publicUrl}/hooks/${row.hookToken}` : null,
    settings: Object.fromEntries(shown),
    pollEnabled: row.pollEnabled,
    adoptsUnknown: row.adoptsUnknown,
    createdAt: iso(row.createdAt),
    lastReceivedAt: isoOrNull(row.lastReceivedAt),
    lastPolledAt: isoOrNull(row.lastPolledAt),
    lastFailure: row.lastFailure,
  };
}

// ── carriers ───────────────────────────────────────────────────────────────────────────────────────────────

function presentCarrier({ manifest, webhook }: Carrier): CarrierView {
  const { name, title, website, trackingPage, messageKinds } = manifest;
  return {
    name,
    title,
    website,
    trackingPage,
    kinds: [...messageKinds],
    pushes: webhook !== undefined,
    settings: settingsOf(manifest),
  };
}

/** The settings form, derived from the schema. */
function settingsOf({ settings, secrets }: CarrierManifest): CarrierView['settings'] {
  const { properties = {}, required = [] } = z.toJSONSchema(settings, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.entries(properties).map(([name, property]) => {
    const { description = null, default: standard = null } = typeof property === 'object' ? property : {};
    return {
      name,
      required: required.includes(name),
      secret: secrets.includes(name),
      description,
      default: standard === null ? null : String(standard),
    };
  });
}
