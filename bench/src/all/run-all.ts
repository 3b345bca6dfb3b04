import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../checkout.ts';
import { measureDecode } from '../decode/measure-decode.ts';
import { defaultWarmUpSeconds, type IngestOptions, runIngest } from '../ingest/run-ingest.ts';
import { logToStandardError } from '../log.ts';
import { type PerformanceReport, performanceReport } from '../performance-report.ts';
import { measureReady } from '../ready/measure-ready.ts';
import { runList } from '../run-list.ts';
import { runScreens } from '../screens/run-screens.ts';

const file = path.join(root, 'docs/reference/performance.json');
const log = logToStandardError('all');

const ingestOf = (engine: IngestOptions['engine'], rate: number | null): IngestOptions => ({
  engine,
  rate,
  seconds: 60,
  warmUpSeconds: defaultWarmUpSeconds,
  profileFolder: null,
});

/**
 * Runs every measurement and writes the file from which `npm run gen` creates the page of figures. Takes
 * about 35 minutes.
 */
export async function runAll(): Promise<PerformanceReport> {
  const report: PerformanceReport = {
    postgresSaturation: await ingest(ingestOf('postgres', null)),
    postgresRate: await ingest(ingestOf('postgres', 5_000)),
    pgliteSaturation: await ingest(ingestOf('pglite', null)),
    pgliteRate: await ingest(ingestOf('pglite', 2_000)),
    decode: { command: 'npm run -s bench -- decode --json', result: await measureDecode(5) },
    list: {
      command: 'npm run -s bench -- list --json',
      result: await runList({ shipments: 1_000_000, eventsPerShipment: 8 }, logToStandardError('list')),
    },
    ready: { command: 'npm run -s bench -- ready --json', result: await measureReady() },
    screens: {
      command: 'npm run -s bench -- screens --json',
      result: await runScreens({ shipments: 1_000_000, seconds: 60 }, logToStandardError('screens')),
    },
    measuredAt: new Date().toISOString(),
  };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(performanceReport.parse(report), null, 2)}\n`);
  log(`wrote ${path.relative(root, file)}; run npm run gen to create the page`);
  return report;
}

async function ingest(options: IngestOptions): Promise<PerformanceReport['postgresRate']> {
  const rate = options.rate === null ? '' : ` --rate ${options.rate}`;
  const command = `npm run -s bench -- ingest --engine ${options.engine}${rate} --json`;
  log(command);
  return { command, result: await runIngest(options, logToStandardError(`ingest ${options.engine}`)) };
}
