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
 * A living example: two shops whose simulated carriers push to our hooks and answer our polls like real ones. Nothing of it takes a way that a real
 * carrier would not take, except that the past comes in at once, through the receiver.
 */
export interface DemoOptions {
  demo: DemoService;
  /** Where the simulated carriers reach us. */
  url: string;
  /** With how many a new demo begins. */
  shipments: number;
  now(): number;
  /** Called when the past is in, with what it took. */
  onFilled(shipments: number, seconds: number): void;
}

/** Who works in the demo, and beside a first workspace that is still empty a second one. */
export async function seedDemo(installation: DemoInstallation, first: WorkspaceRow): Promise<void> {
  const { database } = installation;
  const others = (await listWorkspaces(database, null)).filter(({ id, isDemo }) => isDemo && id !== first.id);
  const second = others[0] ?? (await secondWorkspace(installation, first));
  await addDemoPeople(database, second ? [first.id, second.id] : [first.id], v7);
}

/** Null where somebody has removed it, or has taken its slug. */
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

/** What somebody has changed stays. */
async function showBrand({ database }: DemoInstallation, workspace: WorkspaceRow): Promise<void> {
  if ((await readBrand(database, workspace.id))?.updatedAt !== null) return;
  const { brand, logo } = brandOf(workspace);
  await writeBrand(database, workspace.id, brand);
  await writeLogo(database, workspace.id, {
    type: 'image/png',
    bytes: drawLogo(logo, brand.colour ?? '#000000'),
  });
}

/** Fills the past and lets the shops live. Resolves when they do, or when the demo was told to stop. */
export async function runDemo(installation: DemoInstallation, options: DemoOptions): Promise<void> {
  const { database, logger } = installation;
  const { demo, now, shipments } = options;
  const scale = shipments / shipmentsOfBrands;
  const from = now();
  await createRawPartitions(database, daysOfPast(from));
  const workspaces = (await listWorkspaces(database, null)).filter(({ isDemo }) => isDemo);
  const onFailure = (error: unknown): void =>
    logger.error({ err: error }, 'The demo could not register a shipment; it is tried again.');
  const shops: DemoBrandSimulator[] = [];
  for (const workspace of workspaces.slice(0, demoBrands.length)) {
    await showBrand(installation, workspace);
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
