/**
 * `npm run -s bench -- <what>` measures the product and prints figures. It is not a test: it fails only when
 * it cannot measure.
 */

import { setFlagsFromString } from 'node:v8';
import { Argument, Command } from 'commander';
import { runAll } from './all/run-all.ts';
import { measureNames, runCompare } from './compare/run-compare.ts';
import { measureDecode } from './decode/measure-decode.ts';
import { defaultWarmUpSeconds, type IngestOptions, runIngest } from './ingest/run-ingest.ts';
import { logToStandardError } from './log.ts';
import { choiceOf, engineName, notNegativeNumber, positiveNumber, wholeNumber } from './options.ts';
import { pieceNames, runPieces } from './pieces/run-pieces.ts';
import { measureReaders } from './readers/measure-readers.ts';
import { measureReady } from './ready/measure-ready.ts';
import { runList } from './run-list.ts';
import { runScreens } from './screens/run-screens.ts';
import { runSearch } from './search/run-search.ts';
import { runTable } from './table/run-table.ts';

// The measuring process must leave the processor to what it measures.
setFlagsFromString('--no-parallel-scavenge');

const program = new Command('bench').description('Measures the product.');

program
  .command('ingest')
  .description('Carrier messages through the real hooks, to the live stream and the record.')
  .option('--engine <engine>', 'pglite or postgres', engineName, 'pglite')
  .option('--rate <messages>', 'messages a second; without it as many as are answered', positiveNumber)
  .option('--seconds <seconds>', 'how long, after the warm-up', positiveNumber, 60)
  .option(
    '--warm-up <seconds>',
    'before, not measured; a rate rises in it',
    notNegativeNumber,
    defaultWarmUpSeconds,
  )
  .option('--profile <folder>', 'write a processor profile of the server there')
  .option('--json', 'print the figures as JSON')
  .action(async (given) => {
    const options: IngestOptions = {
      engine: given.engine,
      rate: given.rate ?? null,
      seconds: given.seconds,
      warmUpSeconds: given.warmUp,
      profileFolder: given.profile ?? null,
    };
    print(await runIngest(options, logToStandardError(`ingest ${options.engine}`)), given.json === true);
  });

program
  .command('decode')
  .description('Payloads to facts to the state of a shipment, on one core.')
  .option('--seconds <seconds>', 'how long', positiveNumber, 5)
  .option('--json', 'print the figures as JSON')
  .action(async (given) => print(await measureDecode(given.seconds), given.json === true));

program
  .command('readers')
  .description('Payloads read by the readers of the connectors and by zod, on one core (ADR 0015).')
  .option('--seconds <seconds>', 'how long', positiveNumber, 30)
  .option('--json', 'print the figures as JSON')
  .action(async (given) => print(await measureReaders(given.seconds), given.json === true));

program
  .command('list')
  .description('Lists and histories on PostgreSQL with many shipments in it.')
  .option('--shipments <count>', 'how many', wholeNumber, 1_000_000)
  .option('--events-per-shipment <count>', 'how many each', wholeNumber, 8)
  .option('--json', 'print the figures as JSON')
  .action(async (given) => {
    const { shipments, eventsPerShipment } = given;
    print(await runList({ shipments, eventsPerShipment }, logToStandardError('list')), given.json === true);
  });

program
  .command('search')
  .description('Searches on PostgreSQL with many shipments in it.')
  .option('--shipments <count>', 'how many', wholeNumber, 1_000_000)
  .option('--json', 'print the figures as JSON')
  .action(async (given) =>
    print(await runSearch(given.shipments, logToStandardError('search')), given.json === true),
  );

program
  .command('screens')
  .description('Dashboard and portal in a browser, on PostgreSQL with many shipments in it.')
  .option('--shipments <count>', 'how many', wholeNumber, 1_000_000)
  .option('--seconds <seconds>', 'how long each of the two spans under load is', positiveNumber, 60)
  .option('--json', 'print the figures as JSON')
  .action(async ({ shipments, seconds, json }) =>
    print(await runScreens({ shipments, seconds }, logToStandardError('screens')), json === true),
  );

program
  .command('table')
  .description('The table of the dashboard against the same table on @tanstack/react-virtual.')
  .option('--rounds <count>', 'how many for each', wholeNumber, 7)
  .option('--json', 'print the figures as JSON')
  .action(async ({ rounds, json }) =>
    print(await runTable(rounds, logToStandardError('table')), json === true),
  );

program
  .command('ready')
  .description('From npm start to ready, on an installed clone and an empty data folder.')
  .option('--json', 'print the figures as JSON')
  .action(async (given) => print(await measureReady(), given.json === true));

program
  .command('compare')
  .description('Processor time of another checkout and of this one, in alternating pairs.')
  .requiredOption('--base <folder>', 'the other checkout, with its dependencies installed')
  .option('--measure <name...>', measureNames.join(', '), choiceOf(measureNames))
  .option('--pairs <count>', 'pairs of each measure', wholeNumber, 5)
  .option('--seconds <seconds>', 'length of an ingest run, after the warm-up', positiveNumber, 15)
  .option('--warm-up <seconds>', 'before an ingest run, not measured', notNegativeNumber, 10)
  .option('--pglite-rate <messages>', 'messages a second on PGlite', positiveNumber, 500)
  .option('--postgres-rate <messages>', 'messages a second on PostgreSQL', positiveNumber, 1_000)
  .option('--shipments <count>', 'in the list', wholeNumber, 50_000)
  .option('--rounds <count>', 'requests of every list in each pair', wholeNumber, 5)
  .option('--json', 'print the figures as JSON')
  .action(async ({ json, warmUp, pgliteRate, postgresRate, measure, ...given }) => {
    const rates = { pglite: pgliteRate, postgres: postgresRate };
    const options = { ...given, rates, warmUpSeconds: warmUp, measures: measure ?? measureNames };
    const { comparisons, machine } = await runCompare(options, logToStandardError('compare'));
    const rows = comparisons.map(({ pairs, ...row }) => ({ ...row, pairs: pairs.length }));
    print(json === true ? { comparisons, machine } : rows, json === true);
  });

program
  .command('pieces')
  .description('Own code against the libraries that could replace it, each in under a minute.')
  .addArgument(new Argument('[name]', 'which piece; all without it').choices(pieceNames))
  .option('--shipments <count>', 'how many for search-keys on PostgreSQL', wholeNumber, 60_000)
  .option('--json', 'print the figures as JSON')
  .action(async (name: string | undefined, given) => {
    const result = await runPieces(name ?? null, given.shipments);
    if (given.json === true) print(result, true);
    else print(result.figures, false);
  });

program
  .command('all')
  .description('Everything, and docs/reference/performance.json from it.')
  .option('--json', 'print the figures as JSON')
  .action(async (given) => print(await runAll(), given.json === true));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function print(result: object, asJson: boolean): void {
  if (asJson) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else console.table(result);
}
