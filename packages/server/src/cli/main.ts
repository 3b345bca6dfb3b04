import { roleNames } from '@milepost/contract';
import { Argument, Command, Option } from 'commander';
import { ConfigError } from '../config.ts';
import { SchemaRefused } from '../platform/database/index.ts';
import { FolderInUse } from '../platform/process/folder-lock.ts';
import { CommandFailure } from './command-failure.ts';
import { decodeCommand } from './decode.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { peopleCommand } from './people.ts';
import { replayCommand } from './replay.ts';
import { serveCommand } from './serve.ts';
import { trackCommand } from './track.ts';

/** `milepost`: one command for whoever runs it. Every subcommand lives in a file of its own. */
const program = new Command('milepost').description(
  'Self-hosted visibility for everything ordered and on its way.',
);

program
  .command('serve')
  .description('Run the product.')
  .option('--demo', 'with a demo workspace fed by simulated carriers, when the data folder is empty')
  .action(serveCommand);

program.command('migrate').description('Bring the database up to date.').action(migrateCommand);

program
  .command('decode')
  .description('Print what one carrier message says, without a database.')
  .requiredOption('--carrier <name>', 'whose message it is, such as postnl')
  .option('--kind <kind>', 'poll, webhook or file')
  .option('--received-at <instant>', 'when it was received; default now')
  .argument('<file>', 'path, or - for standard input')
  .action(decodeCommand);

/** Commands that speak to a server: the one of this data folder, or another by address and key. */
const onServer = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option('--url <url>', 'address of a server elsewhere (or MILEPOST_URL)')
    .option('--key <key>', 'API key for it (or MILEPOST_KEY)');

onServer('import', 'Register the shipments of a file, NDJSON or CSV.')
  .argument('<file>', 'path; .csv files need a heading')
  .action(importCommand);

onServer('track', 'Print the story of a number.')
  .argument('<number>', "a carrier's number or a Milepost tracking id")
  .option('--json', 'as the API gives it')
  .action(trackCommand);

onServer('export', 'Write the record of events as NDJSON.')
  .option('--after <cursor>', 'go on behind the line with this cursor')
  .option('--from <instant>', 'messages received from here on')
  .option('--to <instant>', 'messages received before this')
  .option('--limit <lines>', 'end after so many lines')
  .action(exportCommand);

onServer('people', 'Invite somebody into a workspace and print the link to accept.')
  .addArgument(new Argument('<action>', 'what to do').choices(['add']))
  .requiredOption('--email <address>', 'who')
  .addOption(new Option('--role <role>', 'as what').choices(roleNames).makeOptionMandatory())
  .option('--workspace <slug>', 'where; default the workspace of the key')
  .action(peopleCommand);

onServer('replay', 'Send messages of the review queue through the pipeline again.')
  .option('--carrier <name>', 'only this carrier')
  .option('--kind <kind>', 'only this kind of problem')
  .option('--cause <cause>', 'only this code or cause')
  .action(replayCommand);

/** Errors whose message tells the operator what to do; every other one is a defect and keeps its stack. */
function isForPeople(error: unknown): error is Error {
  return [CommandFailure, ConfigError, FolderInUse, SchemaRefused].some((kind) => error instanceof kind);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!isForPeople(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
