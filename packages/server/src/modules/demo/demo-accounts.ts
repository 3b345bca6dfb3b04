import { randomBytes } from 'node:crypto';
import { carriers } from '@milepost/connectors';
import type { Credentials } from '@milepost/simulator';
import { v7 } from 'uuid';
import { type AccountRow, addAccount, listAccounts, sealingPlaceOf } from '../carriers/index.ts';
import type { DemoInstallation } from './demo-installation.ts';
import { resealSettings } from './store/demo-accounts.ts';

/** An account of the demo at a simulated carrier, with the credentials that both sides use. */
export interface DemoAccount {
  row: AccountRow;
  credentials: Credentials;
}

/** The existing accounts, and new ones for carriers without one. */
export async function demoAccounts(
  installation: DemoInstallation,
  workspaceId: string,
  names: readonly string[],
): Promise<Map<string, DemoAccount>> {
  const { database, secrets } = installation;
  const existing = new Map(
    (await listAccounts(database, workspaceId, 'carrier')).map((row) => [row.connector, row]),
  );
  const accounts = new Map<string, DemoAccount>();
  for (const name of names) {
    const row = existing.get(name);
    // This module sealed it as a flat object of strings; see AccountSettings.
    const credentials = row
      ? (secrets.open(row.settingsSealed, sealingPlaceOf(row.id)) as Credentials)
      : newCredentials(name);
    const own = row ?? (await makeAccount(installation, { workspaceId, carrier: name }, credentials));
    accounts.set(name, { row: own, credentials });
  }
  return accounts;
}

/**
 * Updates the base URL, because the simulator listens on another port at each start. Returns the updated
 * account.
 */
export async function pointTo(
  { database, secrets }: DemoInstallation,
  { row, credentials }: DemoAccount,
  baseUrl: string,
): Promise<DemoAccount> {
  const settings = { ...credentials, baseUrl };
  await resealSettings(database, row.id, secrets.seal(settings, sealingPlaceOf(row.id)));
  return { row, credentials: settings };
}

/** Generated values for every setting that a carrier of the demo requires. */
function newCredentials(carrier: string): Credentials {
  const random = randomBytes(24).toString('base64');
  const token = random.replaceAll(/\W/g, 'x');
  const own =
    carrier === 'generic'
      ? { webhookSecret: `whsec_${random}` }
      : { webhookSecret: token, webhookToken: token };
  return {
    clientId: `demo-${carrier}`,
    clientSecret: token,
    apiKey: token,
    customerNumber: '11223344',
    ...own,
  };
}

async function makeAccount(
  { database, secrets }: DemoInstallation,
  { workspaceId, carrier }: { workspaceId: string; carrier: string },
  credentials: Credentials,
): Promise<AccountRow> {
  const id = v7();
  const manifest = carriers.find((candidate) => candidate.manifest.name === carrier)?.manifest;
  return addAccount(database, {
    id,
    workspaceId,
    kind: 'carrier',
    connector: carrier,
    name: `${manifest?.title ?? carrier} (simulated)`,
    hookToken: randomBytes(24).toString('base64url'),
    settingsSealed: secrets.seal(credentials, sealingPlaceOf(id)),
    // Carriers that push are not polled, so that the demo shows both.
    pollEnabled: manifest?.messageKinds.includes('webhook') === false,
    adoptsUnknown: false,
  });
}
