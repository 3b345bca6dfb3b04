import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { type DashboardState, entranceStates, insideStates } from '../harness/dashboard-states.ts';
import { findBrowser } from '../harness/find-browser.ts';
import { openAs, openSignedOut } from '../harness/people.ts';
import { makeServer, type ServerProcess } from '../harness/server-process.ts';
import { settle } from '../harness/settle.ts';
import { demoAdmin, demoFilled } from './demo.ts';
import { portalPictures } from './portal-pictures.ts';
import { takeShowcase } from './showcase.ts';

const widths = [390, 1440, 2560] as const;
/**
 * Each variant has another theme than the previous one, starting with light, because a change of theme
 * redraws the map, and the map signals when it is done.
 */
const colorSchemes = ['dark', 'light'] as const;
const heights = { 390: 844, 1440: 900, 2560: 1440 } as const;

interface PictureOptions {
  /** Folder for every page and state, named after its content. */
  folder: string;
  /** Folder for the pictures of the README. */
  showcaseFolder: string;
  log(line: string): void;
}

/**
 * Starts the demo, takes a picture of every page in every state, and returns the number of pictures and the
 * states that could not be reached.
 */
export async function takePictures(options: PictureOptions): Promise<{ count: number; missed: string[] }> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error('There is no Chromium on this machine. Install one or set MILEPOST_CHROMIUM.');
  mkdirSync(options.folder, { recursive: true });
  mkdirSync(options.showcaseFolder, { recursive: true });
  const server = await makeServer({ arguments: ['--demo'] });
  await server.start();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    options.log('Waiting until the demo is filled.');
    await demoFilled(server);
    const inside = await openAs(browser, { server, person: await demoAdmin(server) });
    const outside = await openSignedOut(browser, server);
    const album = new Album(options);
    await takeShowcase(browser, { server, inside, folder: options.showcaseFolder });
    for (const state of entranceStates) await album.addState(outside, state);
    for (const state of insideStates) await album.addState(inside, state);
    await album.addPortal(outside, server);
    return { count: album.count, missed: album.missed };
  } finally {
    await browser.close();
    await server.dispose();
  }
}

class Album {
  count = 0;
  readonly missed: string[] = [];
  readonly #options: PictureOptions;

  constructor(options: PictureOptions) {
    this.#options = options;
  }

  /** In each variant; a state that cannot be reached is recorded, and the others continue. */
  async addState(page: Page, { name, path, reach }: DashboardState): Promise<void> {
    try {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto('about:blank');
      await page.goto(path);
      await reach(page);
      await this.#addLooks(page, name);
    } catch (error) {
      this.missed.push(
        `${name}: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`,
      );
    } finally {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
  }

  async addPortal(page: Page, server: ServerProcess): Promise<void> {
    for (const { name, path } of await portalPictures(server)) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await this.#addLooks(page, name);
    }
  }

  async #addLooks(page: Page, name: string): Promise<void> {
    for (const width of widths) {
      for (const colorScheme of colorSchemes) {
        await page.setViewportSize({ width, height: heights[width] });
        await changeTheme(page, colorScheme);
        await settle(page);
        await page.screenshot({ path: join(this.#options.folder, `${name}-${width}-${colorScheme}.png`) });
        this.count += 1;
      }
    }
    this.#options.log(name);
  }
}

/** Resolves when the maps of the previous theme are gone; the new ones signal when they are drawn. */
async function changeTheme(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  const maps = page.locator('canvas');
  const before = await maps.evaluateAll((canvases) => {
    for (const canvas of canvases) canvas.setAttribute('data-before', '');
    return canvases.length;
  });
  await page.emulateMedia({ colorScheme });
  if (before > 0) await page.locator('canvas[data-before]').first().waitFor({ state: 'detached' });
}
