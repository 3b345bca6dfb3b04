import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { countFeeds } from '../carriers/index.ts';
import { createRawPartitions, inboxDepth } from '../ingestion/index.ts';
import { addWorkspace, listWorkspaces, type WorkspaceRow } from '../people/index.ts';
import { readBrand, writeBrand, writeLogo } from '../portal/index.ts';
import { addDemoPeople } from './add-demo-people.ts';
import { DemoBrandSimulator } from './demo-brand-simulator.ts';
import { type DemoBrand, demoBrands, shipmentsOfBrands } from './demo-brands.ts';
import type { DemoInstallation } from './demo-installation.ts';
import type { DemoService } from './demo-service.ts';
import { daysOfPast } from './demo-times.ts';
import { drawLogo } from './draw-logo.ts';
import { newestRegistration } from './store/demo-accounts.ts';

/**
 * The demo: two shops whose simulated carriers push to our hooks and answer our polls like real ones. Only
 * the past is special: it is replayed directly through the receiver.
 */
export interface RunDemoOptions {
  demo: DemoService;
  /** URL at which the simulated carriers reach this server. */
  url: string;
  /** Number of past shipments of a new demo. */
  shipments: number;
  now(): number;
  /** Called when the past was replayed, with the number of shipments and the duration. */
  onFilled(shipments: number, seconds: number): void;
}

/** Adds the people of the demo and, while the first workspace is still empty, a second workspace. */
export async function seedDemo(installation: DemoInstallation, first: WorkspaceRow): Promise<void> {
  const { database } = installation;
  const others = (await listWorkspaces(database, null)).filter(({ id, isDemo }) => isDemo && id !== first.id);
  const second = others[0] ?? (await secondWorkspace(installation, first));
  await addDemoPeople(database, second ? [first.id, second.id] : [first.id], v7);
}

/** Null when it was removed before or its slug is taken. */
async function secondWorkspace(
  { database }: DemoInstallation,
  first: WorkspaceRow,
): Promise<WorkspaceRow | null> {
  if ((await newestRegistration(database, first.id)) !== null) return null;
  const [, { slug, brand }] = demoBrands;
  return addWorkspace(database, { id: v7(), slug, name: brand.name, isDemo: true });
}

function brandOf({ slug }: WorkspaceRow): DemoBrand {
  return demoBrands.find((brand) => brand.slug === slug) ?? demoBrands[0];
}

/** Sets the demo's brand unless a user has changed it. */
async function setBrand({ database }: DemoInstallation, workspace: WorkspaceRow): Promise<void> {
  if ((await readBrand(database, workspace.id))?.updatedAt !== null) return;
  const { brand, logo } = brandOf(workspace);
  await writeBrand(database, workspace.id, brand);
  await writeLogo(database, workspace.id, {
    type: 'image/png',
    bytes: drawLogo(logo, brand.colour ?? '#000000'),
  });
}

/** Replays the past and starts the shops. Resolves when they run, or when the demo is stopped. */
export async function runDemo(installation: DemoInstallation, options: RunDemoOptions): Promise<void> {
  const { database, logger } = installation;
  const { demo, now, shipments } = options;
  const scale = shipments / shipmentsOfBrands;
  const from = now();
  await createRawPartitions(database, daysOfPast(from));
  const workspaces = (await listWorkspaces(database, null)).filter(({ isDemo }) => isDemo);
  const onFailure = (error: unknown): void =>
    logger.error({ err: error }, 'The demo failed to register a shipment and will retry.');
  const shops: DemoBrandSimulator[] = [];
  for (const workspace of workspaces.slice(0, demoBrands.length)) {
    await setBrand(installation, workspace);
    const shop = await DemoBrandSimulator.open(installation, {
      workspaceId: workspace.id,
      createdAt: workspace.createdAt,
      brand: brandOf(workspace),
      scale,
      now,
      onFailure,
    });
    if (!demo.add(shop)) return shop.stop();
    shops.push(shop);
  }
  await Promise.all(shops.map((shop) => shop.fill()));
  while (!demo.isStopped && (await inboxDepth(database, 1)) > 0) await sleep(100);
  await countFeeds(database, () => demo.isStopped);
  if (demo.isStopped) return;
  options.onFilled(demo.shipments, (now() - from) / 1_000);
  demo.markFilled();
  for (const shop of shops) await shop.start(options.url);
}
