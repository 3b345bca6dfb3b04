import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../../e2e/harness/free-port.ts';
import { root } from '../checkout.ts';
import { startProcess } from '../child-process.ts';
import { withCleanup } from '../cleanup.ts';
import { untilReady } from '../ingest/start-server.ts';
import { describeMachine, type Machine } from '../machine.ts';
import { median, toHundredths } from '../percentile.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

export interface ReadyResult {
  /** From `npm start` to the first 200 of /readyz, on an installed clone and an empty data folder. */
  readyMs: number[];
  readyMsMedian: number | null;
  machine: Machine;
}

const runs = 3;
const readyMsMax = 120_000;

export async function measureReady(): Promise<ReadyResult> {
  const machine = describeMachine();
  const readyMs: number[] = [];
  for (let run = 1; run <= runs; run++) readyMs.push(toHundredths(await measureOnce()));
  return { readyMs, readyMsMedian: median(readyMs), machine };
}

function measureOnce(): Promise<number> {
  return withCleanup(async (cleanup) => {
    const data = path.join(await makeTemporaryFolder(cleanup), 'data');
    await mkdir(data);
    const port = await freePort();
    const from = performance.now();
    // npm starts a shell and the launcher, so the whole process group is stopped.
    const { exited } = await startProcess(cleanup, ['npm', 'start'], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: '',
        HOST: '127.0.0.1',
        PORT: String(port),
        MILEPOST_DATA: data,
        MILEPOST_LOG_LEVEL: 'warn',
      },
    });
    await Promise.race([untilReady(`http://127.0.0.1:${port}`, readyMsMax), exited]);
    return performance.now() - from;
  });
}
