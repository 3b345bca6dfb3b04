import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Application } from '../../compose/compose.ts';
import { countFeeds } from '../carriers/feeds/count-feeds.ts';
import { inboxDepth } from '../ingestion/store/raw-messages.ts';
import { createRawPartitions } from '../ingestion/store/raw-partitions.ts';
import { addWorkspace, listWorkspaces, type WorkspaceRow } from '../people/store/workspaces.ts';
import { readBrand, writeBrand, writeLogo } from '../portal/store/brands.ts';
import { addDemoPeople } from './add-demo-people.ts';
import { BrandLife } from './brand-life.ts';
import { type DemoBrand, demoBrands, shipmentsOfBrands } from './demo-brands.ts';
import type { DemoDesk } from './demo-desk.ts';
import { daysOfPast } from './demo-times.ts';
import { drawLogo } from './draw-logo.ts';
import { newestRegistration } from './store/demo-accounts.ts';

/**
 * A living example: two shops whose simulated carriers push to our hooks and answer our polls like real ones. Nothing of it takes a way that a real
 * carrier would not take, except that the past comes in at once, through the receiver.
 */
export interface DemoOptions {
  desk: DemoDesk;
  /** Where the simulated carriers reach us. */
  url: string;
  /** With how many a new demo begins. */
  shipments: number;
  now(): number;
  /** Called when the past is in, with what it took. */
  onFilled(shipments: number, seconds: number): void;
}

/** Who works in the demo, and beside a first workspace that is still empty a second one. */
export async function furnishDemo(application: Application, first: WorkspaceRow): Promise<void> {
  const { database } = application;
  const others = (await listWorkspaces(database, null)).filter(({ id, isDemo }) => isDemo && id !== first.id);
  const second = others[0] ?? (await secondWorkspace(application, first));
  await addDemoPeople(database, second ? [first.id, second.id] : [first.id], v7);
}

/** Null where somebody has removed it, or has taken its slug. */
async function secondWorkspace({ database }: Application, first: WorkspaceRow): Promise<WorkspaceRow | null> {
  if ((await newestRegistration(database, first.id)) !== null) return null;
  const [, { slug, brand }] = demoBrands;
  return addWorkspace(database, { id: v7(), slug, name: brand.name, isDemo: true });
}

function brandOf({ slug }: WorkspaceRow): DemoBrand {
  return demoBrands.find((brand) => brand.slug === slug) ?? demoBrands[0];
}

/** What somebody has changed stays. */
async function showBrand({ database }: Application, workspace: WorkspaceRow): Promise<void> {
  if ((await readBrand(database, workspace.id))?.updatedAt !== null) return;
  const { brand, logo } = brandOf(workspace);
  await writeBrand(database, workspace.id, brand);
  await writeLogo(database, workspace.id, {
    type: 'image/png',
    bytes: drawLogo(logo, brand.colour ?? '#000000'),
  });
}

/** Fills the past and lets the shops live. Resolves when they do, or when the desk was told to stop. */
export async function openDemo(application: Application, options: DemoOptions): Promise<void> {
  const { database, logger } = application;
  const { desk, now, shipments } = options;
  const scale = shipments / shipmentsOfBrands;
  const from = now();
  await createRawPartitions(database, daysOfPast(from));
  const workspaces = (await listWorkspaces(database, null)).filter(({ isDemo }) => isDemo);
  const onFailure = (error: unknown): void =>
    logger.error({ err: error }, 'The demo could not register a shipment; it is tried again.');
  const shops: BrandLife[] = [];
  for (const workspace of workspaces.slice(0, demoBrands.length)) {
    await showBrand(application, workspace);
    const shop = await BrandLife.open(application, {
      workspaceId: workspace.id,
      madeAt: workspace.createdAt,
      brand: brandOf(workspace),
      scale,
      now,
      onFailure,
    });
    if (!desk.enter(shop)) return shop.stop();
    shops.push(shop);
  }
  await Promise.all(shops.map((shop) => shop.fill()));
  while (!desk.isClosed && (await inboxDepth(database, 1)) > 0) await sleep(100);
  await countFeeds(database, () => desk.isClosed);
  if (desk.isClosed) return;
  options.onFilled(desk.shipments, (now() - from) / 1_000);
  desk.begin();
  for (const shop of shops) await shop.begin(options.url);
}
