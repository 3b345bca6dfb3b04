import { Command } from 'commander';
import { ConfigError } from '../config.ts';
import { CommandFailure } from './command-failure.ts';
import { decodeCommand } from './decode.ts';

/** `milepost`: one command for whoever runs it. Every subcommand lives in a file of its own. */
const program = new Command('milepost').description(
  'Self-hosted visibility for everything ordered and on its way.',
);

program
  .command('decode')
  .description('Print what one carrier message says, without a database.')
  .requiredOption('--carrier <name>', 'whose message it is, such as postnl')
  .option('--kind <kind>', 'poll, webhook or file')
  .option('--received-at <instant>', 'when it was received; default now')
  .argument('<file>', 'path, or - for standard input')
  .action(decodeCommand);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandFailure || error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
