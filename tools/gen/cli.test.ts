import { expect, test } from 'vitest';
import { commandsIn, renderCli } from './cli.ts';

const overview = `Usage: owl [options] [command]

Options:
  -h, --help              display help for command

Commands:
  serve [options]         Run it.
  hoot-twice <number>     Say it
                          twice.
  help [command]          display help for command
`;

test('finds the commands in the overview, without options and wrapped lines', () => {
  expect(commandsIn(overview)).toEqual(['serve', 'hoot-twice']);
});

test('writes a section with the help of each command', () => {
  const page = renderCli(overview, [{ name: 'serve', help: 'Usage: owl serve\n' }]);
  expect(page).toContain('\n## serve\n\n```text\nUsage: owl serve\n```\n');
});
