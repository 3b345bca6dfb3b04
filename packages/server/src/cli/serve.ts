import { v7 } from 'uuid';
import { type Application, compose } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { demoSpeed, openDemo } from '../demo/live-demo.ts';
import { registerParcels } from '../demo/register-parcels.ts';
import { addDemoPeople } from '../people/add-demo-people.ts';
import { type OpenWorkspace, openFirstWorkspace } from './first-workspace.ts';
import { announceServer, withdrawServer } from './local-server.ts';

export interface Serving {
  url: string;
  open: OpenWorkspace;
  /** The code with which the first person gets in; null once there is somebody. */
  firstRunCode: string | null;
  stop(): Promise<void>;
}

/** Runs the product until it is told to stop (SIGINT or SIGTERM; saying it twice changes nothing). */
export async function serveCommand(options: { demo?: boolean }): Promise<void> {
  const serving = await serve(readConfig(process.env), { demo: options.demo === true });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      // What does not end within this time is ended: everything is safe to repeat.
      setTimeout(() => process.exit(1), 8_000).unref();
      void serving.stop().then(() => process.exit(0));
    });
  }
  for (const line of linesFor(serving)) process.stdout.write(`${line}\n`);
}

export async function serve(config: Config, { demo }: { demo: boolean }): Promise<Serving> {
  let demoKey: string | null = null;
  // The demo's carriers live on this machine.
  const effective = demo ? { ...config, MILEPOST_ALLOW_PRIVATE_ADDRESSES: true } : config;
  const application = await compose(effective, {
    demoKey: () => demoKey,
    pollSpeed: demo ? demoSpeed : 1,
    isDemo: demo,
  });
  try {
    const fresh = demo
      ? { slug: 'demo', name: 'Demo', isDemo: true }
      : { slug: 'main', name: 'Main', isDemo: false };
    const open = await openFirstWorkspace(application, fresh, config.MILEPOST_DATA);
    demoKey = open.pageKey;
    if (demo && open.workspace.isDemo) await addDemoPeople(application.database, [open.workspace.id], v7);
    const { firstRun } = application.people;
    const firstRunCode = (await firstRun.isNeeded()) ? firstRun.code : null;
    const url = localUrl(await application.http.listen({ port: config.PORT, host: config.HOST }));
    announceServer(config.MILEPOST_DATA, { url, key: open.key, processId: process.pid });
    const stopDemo =
      open.workspace.isDemo && demo ? beginDemo(application, open, url) : () => Promise.resolve();
    const stop = async (): Promise<void> => {
      withdrawServer(config.MILEPOST_DATA);
      await stopDemo();
      await application.stop();
    };
    return { url, open, firstRunCode, stop };
  } catch (error) {
    await application.stop();
    throw error;
  }
}

/** The demo comes to life behind the open door; whoever looks meanwhile sees it fill. */
function beginDemo(
  application: Application,
  { workspace, key }: OpenWorkspace,
  url: string,
): () => Promise<void> {
  const starting = openDemo(application, {
    workspaceId: workspace.id,
    url,
    now: () => Date.now(),
    register: (parcels) => registerParcels(url, key, parcels),
  });
  starting.catch((error: unknown) =>
    application.logger.error({ err: error }, 'The demo could not be started.'),
  );
  return async () => {
    const demo = await starting.catch(() => null);
    await demo?.stop();
  };
}

/** Listening on every network, this machine is still reached as localhost. */
function localUrl(address: string): string {
  const url = new URL(address);
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]' || url.hostname === '127.0.0.1')
    url.hostname = 'localhost';
  return url.origin;
}

function linesFor({ url, open, firstRunCode }: Serving): string[] {
  const { workspace, key } = open;
  const lines = [
    '',
    `Milepost is ready. Open ${url}`,
    `  API reference and live stream  ${url}/developers`,
    `  OpenAPI document               ${url}/openapi.json`,
  ];
  if (firstRunCode !== null) {
    lines.push(`  Nobody can sign in yet: open   ${url}/app/first-run#code=${firstRunCode}`);
  }
  if (!workspace.isDemo) return [...lines, `  Key of workspace ${workspace.slug}           ${key}`, ''];
  return [
    ...lines,
    `  Key of the demo workspace      ${key}`,
    `  Try                            curl -H 'Authorization: Bearer ${key}' '${url}/v1/shipments?limit=5'`,
    `  Remove the demo                curl -X DELETE -H 'Authorization: Bearer ${key}' ${url}/v1/workspaces/${workspace.id}`,
    '',
  ];
}
