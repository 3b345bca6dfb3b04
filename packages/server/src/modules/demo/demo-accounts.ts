import { randomBytes } from 'node:crypto';
import { carriers } from '@milepost/connectors';
import type { Credentials } from '@milepost/simulator';
import { v7 } from 'uuid';
import { type AccountRow, addAccount, listAccounts, sealingPlaceOf } from '../carriers/index.ts';
import type { DemoInstallation } from './demo-installation.ts';
import { resealSettings } from './store/demo-accounts.ts';

/** An account of the demo at a simulated carrier, with what both ends know. */
export interface DemoAccount {
  row: AccountRow;
  credentials: Credentials;
}

/** Those that are there, and new ones for the carriers that have none. */
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
    // Sealed by us as a flat object of texts; see AccountSettings.
    const credentials = row
      ? (secrets.open(row.settingsSealed, sealingPlaceOf(row.id)) as Credentials)
      : newCredentials(name);
    const own = row ?? (await makeAccount(installation, { workspaceId, carrier: name }, credentials));
    accounts.set(name, { row: own, credentials });
  }
  return accounts;
}

/** The simulator listens on another port at each start. Returns the account as it is then. */
export async function pointTo(
  { database, secrets }: DemoInstallation,
  { row, credentials }: DemoAccount,
  baseUrl: string,
): Promise<DemoAccount> {
  const settings = { ...credentials, baseUrl };
  await resealSettings(database, row.id, secrets.seal(settings, sealingPlaceOf(row.id)));
  return { row, credentials: settings };
}

/** Every setting a carrier of the demo asks for, made up. */
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
  const manifest = carriers.find((one) => one.manifest.name === carrier)?.manifest;
  return addAccount(database, {
    id,
    workspaceId,
    kind: 'carrier',
    connector: carrier,
    name: `${manifest?.title ?? carrier} (simulated)`,
    hookToken: randomBytes(24).toString('base64url'),
    settingsSealed: secrets.seal(credentials, sealingPlaceOf(id)),
    // Who pushes is not polled as well; the demo shows both ways.
    pollEnabled: manifest?.messageKinds.includes('webhook') === false,
    adoptsUnknown: false,
  });
}
