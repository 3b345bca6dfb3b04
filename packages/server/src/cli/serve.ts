import { type Application, compose } from '../compose/compose.ts';
import { type Config, readConfig } from '../config.ts';
import { DemoService, demoBrands, runDemo, seedDemo } from '../modules/demo/index.ts';
import { disableParallelScavenge } from '../platform/process/disable-parallel-scavenge.ts';
import { type OpenWorkspace, openFirstWorkspace } from './first-workspace.ts';
import { removeServerFile, writeServerFile } from './local-server.ts';

export interface RunningServer {
  url: string;
  open: OpenWorkspace;
  /** The code to create the first account; null once there is one. */
  firstRunCode: string | null;
  stop(): Promise<void>;
}

/** Runs the server until SIGINT or SIGTERM. A second signal has no effect. */
export async function serveCommand(options: { demo?: boolean }): Promise<void> {
  disableParallelScavenge();
  const server = await serve(readConfig(process.env), { demo: options.demo === true });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      // Work that takes longer than this is aborted; all work is safe to repeat.
      setTimeout(() => process.exit(1), 8_000).unref();
      void server.stop().then(() => process.exit(0));
    });
  }
  for (const line of linesFor(server)) printLine(line);
}

export async function serve(config: Config, options: { demo: boolean }): Promise<RunningServer> {
  const keys: { page: string | null } = { page: null };
  const demo = new DemoService(() => Date.now());
  // The simulated carriers of the demo listen on this machine.
  const effective = options.demo ? { ...config, MILEPOST_ALLOW_PRIVATE_ADDRESSES: true } : config;
  const application = await compose(effective, {
    demo,
    isDemo: options.demo,
    sampleKey: () => keys.page,
  });
  try {
    const { slug, brand } = demoBrands[0];
    const fresh = options.demo ? { slug, name: brand.name, isDemo: true } : mainWorkspace;
    const open = await openFirstWorkspace(application, fresh, config.MILEPOST_DATA);
    keys.page = open.pageKey;
    const isDemo = options.demo && open.workspace.isDemo;
    if (isDemo) await seedDemo(application, open.workspace);
    if (isDemo) demo.markFilling();
    const firstRunCode = await firstRunCodeOf(application);
    const url = localUrl(await application.http.listen({ port: config.PORT, host: config.HOST }));
    writeServerFile(config.MILEPOST_DATA, { url, key: open.key, processId: process.pid });
    demo.onRemoved(() => replaceDemo(application, { url, folder: config.MILEPOST_DATA, keys }));
    const filling = isDemo
      ? fillDemo(application, { demo, url, shipments: config.MILEPOST_DEMO_SHIPMENTS })
      : Promise.resolve();
    const stop = async (): Promise<void> => {
      removeServerFile(config.MILEPOST_DATA);
      await demo.stop();
      await filling;
      await application.stop();
    };
    return { url, open, firstRunCode, stop };
  } catch (error) {
    await application.stop();
    throw error;
  }
}

const mainWorkspace = { slug: 'main', name: 'Main', isDemo: false };

async function firstRunCodeOf({ people: { firstRun } }: Application): Promise<string | null> {
  return (await firstRun.isNeeded()) ? firstRun.code : null;
}

/** Fills the demo while the server is already reachable, so that users see the progress. */
async function fillDemo(
  application: Application,
  given: { demo: DemoService; url: string; shipments: number },
): Promise<void> {
  const onFilled = (shipments: number, seconds: number): void =>
    printLine(
      `The demo is filled: ${shipments} shipments in ${seconds.toFixed(1)} s. It now continues live.`,
    );
  try {
    await runDemo(application, { ...given, now: () => Date.now(), onFilled });
  } catch (error) {
    if (given.demo.isStopped) return;
    application.logger.error({ err: error }, 'The demo could not be started.');
    await given.demo.stop();
  }
}

/** Opens a workspace after the demo and its key were removed, and prints the new key. */
async function replaceDemo(
  application: Application,
  { url, folder, keys }: { url: string; folder: string; keys: { page: string | null } },
): Promise<'first_run' | 'sign_in'> {
  const open = await openFirstWorkspace(application, mainWorkspace, folder);
  keys.page = open.pageKey;
  writeServerFile(folder, { url, key: open.key, processId: process.pid });
  const firstRunCode = await firstRunCodeOf(application);
  printLine('The demo was removed.');
  for (const line of linesFor({ url, open, firstRunCode })) printLine(line);
  return firstRunCode === null ? 'sign_in' : 'first_run';
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A server that listens on every network is reachable on this machine as localhost. */
function localUrl(address: string): string {
  const url = new URL(address);
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]' || url.hostname === '127.0.0.1')
    url.hostname = 'localhost';
  return url.origin;
}

function linesFor({ url, open, firstRunCode }: Omit<RunningServer, 'stop'>): string[] {
  const { workspace, key } = open;
  const lines = [
    '',
    `Milepost is ready. Open ${url}`,
    `  API reference and live stream  ${url}/developers`,
    `  OpenAPI document               ${url}/openapi.json`,
  ];
  if (firstRunCode !== null) {
    lines.push(`  Create the first account       ${url}/app/first-run#code=${firstRunCode}`);
  }
  if (!workspace.isDemo) return [...lines, `  Key of workspace ${workspace.slug}           ${key}`, ''];
  return [
    ...lines,
    `  Key of the demo workspace      ${key}`,
    `  Try                            curl -H 'Authorization: Bearer ${key}' '${url}/v1/shipments?limit=5'`,
    `  Remove the demo                curl -X DELETE -H 'Authorization: Bearer ${key}' ${url}/v1/demo`,
    '',
  ];
}
