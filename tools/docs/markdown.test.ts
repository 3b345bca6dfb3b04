import { expect, test } from 'vitest';
import { anchorsIn, codeBlocksIn, linksIn } from './markdown.ts';

const document = `# Our \`house\`, again

See [the plan](plan.md#rooms) and ![a picture](images/a.png), not \`[this](code.md)\`.

\`\`\`json
{ "a": "[x](y.md)" }
\`\`\`

1. In a list:

   \`\`\`sh
   curl example
   # no heading
   \`\`\`

## Rooms

## Rooms
`;

test('finds fenced blocks with their language, also inside lists', () => {
  expect(codeBlocksIn(document)).toEqual([
    { language: 'json', text: '{ "a": "[x](y.md)" }', line: 5 },
    { language: 'sh', text: '   curl example\n   # no heading', line: 11 },
  ]);
});

test('finds links and images, and takes nothing inside code for one', () => {
  expect(linksIn(document)).toEqual([
    { target: 'plan.md#rooms', line: 3 },
    { target: 'images/a.png', line: 3 },
  ]);
});

test('names headings as GitHub does, and numbers those that come again', () => {
  expect([...anchorsIn(document)]).toEqual(['our-house-again', 'rooms', 'rooms-1']);
});

test('a longer fence holds a shorter one', () => {
  const [block] = codeBlocksIn('````md\n```sh\nls\n```\n````\n');
  expect(block?.text).toBe('```sh\nls\n```');
});
