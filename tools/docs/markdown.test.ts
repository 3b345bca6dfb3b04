import { expect, test } from 'vitest';
import { anchorsIn, codeBlocksIn, linksIn } from './markdown.ts';

const document = `# Our \`parcel\`, again

See [the plan](plan.md#stops) and ![a picture](images/a.png), not \`[this](code.md)\`.

\`\`\`json file=a.json at=end
{ "a": "[x](y.md)" }
\`\`\`

1. In a list:

   \`\`\`sh
   curl example
   # no heading
   \`\`\`

## Stops

## Stops
`;

test('finds fenced blocks with their language and attributes, also inside lists', () => {
  expect(codeBlocksIn(document)).toEqual([
    { language: 'json', attributes: 'file=a.json at=end', text: '{ "a": "[x](y.md)" }', line: 5 },
    { language: 'sh', attributes: '', text: '   curl example\n   # no heading', line: 11 },
  ]);
});

test('finds links and images outside code', () => {
  expect(linksIn(document)).toEqual([
    { target: 'plan.md#stops', line: 3 },
    { target: 'images/a.png', line: 3 },
  ]);
});

test('creates the anchors of headings as GitHub does, with numbers for repeated ones', () => {
  expect([...anchorsIn(document)]).toEqual(['our-parcel-again', 'stops', 'stops-1']);
});

test('a longer fence contains a shorter one', () => {
  const [block] = codeBlocksIn('````md\n```sh\nls\n```\n````\n');
  expect(block?.text).toBe('```sh\nls\n```');
});
