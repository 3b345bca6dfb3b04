/**
 * What a user waits for, measured in a browser with the server on PostgreSQL and a very long list of
 * shipments:
 *
 *   seed ──► the list, idle
 *        ──► 1,000 messages a second: 200 streams and a screen, then the portal
 *        ──► idle: Lighthouse, axe
 */

import path from 'node:path';
import { workspaceList } from '@milepost/contract';
import type { Browser } from 'playwright-core';
import { type Cleanup, withCleanup } from '../cleanup.ts';
import { type ApiClient, openApi } from '../ingest/api-client.ts';
import { engineVersion, prepareEngine } from '../ingest/prepare-engine.ts';
import { startServer } from '../ingest/start-server.ts';
import type { Log } from '../log.ts';
import { describeMachine } from '../machine.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { launchBrowser } from './launch-browser.ts';
import { measureAxe } from './measure-axe.ts';
import { measureFilter } from './measure-filter.ts';
import { measureFirstRows } from './measure-first-rows.ts';
import { measureLighthouse } from './measure-lighthouse.ts';
import { measurePortalPage } from './measure-portal-page.ts';
import { measureScrolling } from './measure-scrolling.ts';
import { measureUnderLoad } from './measure-under-load.ts';
import type { ScreensResult } from './screens-result.ts';
import { seedShipments } from './seed-shipments.ts';
import { type SignedIn, signIn } from './sign-in.ts';
import { step } from './step.ts';

export interface ScreensOptions {
  shipments: number;
  /** Length of each of the two phases under load. */
  seconds: number;
}

const streams = 200;

export function runScreens(options: ScreensOptions, log: Log): Promise<ScreensResult> {
  return withCleanup(async (cleanup) => {
    const machine = describeMachine();
    const dataFolder = path.join(await makeTemporaryFolder(cleanup), 'data');
    const engine = await prepareEngine('postgres', dataFolder, cleanup);
    // Recipients come from many addresses; the header of a local proxy contains them.
    const environment = { ...engine.environment, MILEPOST_TRUSTED_PROXIES: '127.0.0.1' };
    const server = await startServer({ dataFolder, environment, profileFolder: null }, cleanup);
    const api = openApi(server.url, server.key);
    const database = await engine.open();
    await cleanup.add(() => database.close());
    const work = async (): Promise<ScreensResult> => {
      await step(log, `making ${options.shipments} shipments`, async () =>
        seedShipments(engine.environment.DATABASE_URL ?? '', await workspaceIdOf(api), options.shipments),
      );
      const measured = await measure(options, { api, cleanup, log });
      return { ...measured, machine: { ...machine, engineVersion: await engineVersion(database) } };
    };
    return Promise.race([work(), server.started.exited]);
  });
}

interface Environment {
  api: ApiClient;
  cleanup: Cleanup;
  log: Log;
}

async function measure(
  { shipments, seconds }: ScreensOptions,
  { api, cleanup, log }: Environment,
): Promise<Omit<ScreensResult, 'machine'>> {
  const browser = await step(log, 'starting a browser', () => launchBrowser(cleanup));
  const signedIn = await step(log, 'signing in', () => signIn(browser, api));
  const list = await measureListScreen(browser, api.url, { signedIn, log });
  const load = await measureUnderLoad({ api, browser, signedIn, seconds, streams, cleanup, log });
  const portal = await step(log, 'weighing the portal page', () => measurePortalPage(browser, load.link));
  const { pathname, search } = new URL(load.link);
  const given = { url: api.url, signedIn, trackingId: load.trackingId, link: pathname + search, log };
  const audit = await step(log, 'looking for violations', () => measureAxe(browser, given));
  const version = browser.version();
  await browser.close();
  const scores = await step(log, 'running Lighthouse', () => measureLighthouse(load.link, cleanup, log));
  const { pagesAudited, axeViolations } = audit;
  return {
    ...scores,
    ...portal,
    ...list,
    ...load.figures,
    axeViolations,
    conditions: {
      shipments,
      seconds,
      openStreams: streams,
      ...load.conditions,
      pagesAudited,
      browser: `Chromium ${version}`,
    },
  };
}

async function measureListScreen(
  browser: Browser,
  url: string,
  { signedIn, log }: { signedIn: SignedIn; log: Log },
) {
  return {
    ...(await step(log, 'opening the list', () => measureFirstRows(browser, url, signedIn))),
    ...(await step(log, 'filtering the list', () => measureFilter(browser, url, signedIn))),
    ...(await step(log, 'scrolling the list', () => measureScrolling(browser, url, signedIn))),
  };
}

async function workspaceIdOf(api: ApiClient): Promise<string> {
  const { workspaces } = workspaceList.parse(await api.get('/v1/workspaces'));
  const [workspace] = workspaces;
  if (!workspace) throw new Error('The server has no workspace.');
  return workspace.id;
}
