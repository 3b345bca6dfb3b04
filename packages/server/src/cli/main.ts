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

/** The `milepost` command. Every subcommand has its own file. */
const program = new Command('milepost').description(
  'Self-hosted visibility for everything ordered and on its way.',
);

program
  .command('serve')
  .description('Run the server.')
  .option('--demo', 'fill an empty data folder with a demo whose carriers are simulated')
  .action(serveCommand);

program.command('migrate').description('Bring the database up to date.').action(migrateCommand);

program
  .command('decode')
  .description('Decode one carrier message and print its events, without a database.')
  .requiredOption('--carrier <name>', 'carrier of the message, such as postnl')
  .option('--kind <kind>', 'poll, webhook or file')
  .option('--received-at <instant>', 'time at which it was received; default now')
  .argument('<file>', 'path, or - for standard input')
  .action(decodeCommand);

/** Commands that use a server: the one of this data folder, or another one by URL and key. */
const onServer = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option('--url <url>', 'URL of another server (or MILEPOST_URL)')
    .option('--key <key>', 'API key for that server (or MILEPOST_KEY)');

onServer('import', 'Register the shipments of a file, NDJSON or CSV.')
  .argument('<file>', 'path; .csv files need a header')
  .action(importCommand);

onServer('track', 'Print the history of a shipment.')
  .argument('<number>', "a carrier's number or a Milepost tracking id")
  .option('--json', 'print the answer of the API')
  .action(trackCommand);

onServer('export', 'Write all recorded events as NDJSON.')
  .option('--after <cursor>', 'continue after the line with this cursor')
  .option('--from <instant>', 'only messages received at or after this time')
  .option('--to <instant>', 'only messages received before this time')
  .option('--limit <lines>', 'maximum number of lines')
  .action(exportCommand);

onServer('people', 'Invite a person to a workspace and print the link to accept.')
  .addArgument(new Argument('<action>', 'what to do').choices(['add']))
  .requiredOption('--email <address>', 'e-mail address of the person')
  .addOption(new Option('--role <role>', 'role in the workspace').choices(roleNames).makeOptionMandatory())
  .option('--workspace <slug>', 'workspace; default that of the key')
  .action(peopleCommand);

onServer('replay', 'Process messages of the review queue again.')
  .option('--carrier <name>', 'only this carrier')
  .option('--kind <kind>', 'only this kind of problem')
  .option('--cause <cause>', 'only this code or cause')
  .action(replayCommand);

/** Errors whose message states the remedy; every other one is a defect and keeps its stack. */
function isExpectedError(error: unknown): error is Error {
  return [CommandFailure, ConfigError, FolderInUse, SchemaRefused].some((kind) => error instanceof kind);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!isExpectedError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
