import { describe, expect, it } from 'vitest';
import { applyWalk } from './apply-walk.ts';
import { readWalk, type WalkStep } from './read-walk.ts';

const files = new Map([
  ['list.ts', 'const list = [\n  first,\n];\n'],
  ['migrations/0001-baseline.sql', '-- compatible\n'],
  ['migrations/0002-more.sql', '-- compatible\n'],
]);
const step = (file: string, placement: WalkStep['placement'], text: string): WalkStep => {
  return { file, placement, text, line: 7 };
};
const apply = (...steps: WalkStep[]) => applyWalk({ steps, sharedFiles: [] }, files);

describe('reading a walk', () => {
  const document = `# Adding a thing

\`\`\`ts file=a/new.ts
export const a = 1;
\`\`\`

\`\`\`ts file=list.ts after="first,"
  second,
\`\`\`

\`\`\`sh
npm run gen
\`\`\`

## Shared files

- \`list.ts\`: one line
- \`b.ts\`

## Next

- \`c.ts\`
`;

  it('returns the blocks that name a file, in their order', () => {
    expect(readWalk(document).steps).toEqual([
      { file: 'a/new.ts', placement: { kind: 'create' }, text: 'export const a = 1;', line: 3 },
      { file: 'list.ts', placement: { kind: 'after', anchor: 'first,' }, text: '  second,', line: 7 },
    ]);
  });

  it('returns the shared files that the document lists', () => {
    expect(readWalk(document).sharedFiles).toEqual(['b.ts', 'list.ts']);
  });
});

describe('applying a walk', () => {
  it.each([
    ['after', 'const list = [\n  first,\n  second,\n];\n'],
    ['before', 'const list = [\n  second,\n  first,\n];\n'],
  ] as const)('puts text %s a line', (kind, expected) => {
    expect(apply(step('list.ts', { kind, anchor: 'first,' }, '  second,')).changes).toEqual(
      new Map([['list.ts', expected]]),
    );
  });

  it('appends, creates, and reports which files existed', () => {
    const { changes, edited } = apply(
      step('list.ts', { kind: 'append' }, 'export { list };'),
      step('new.ts', { kind: 'create' }, 'const a = 1;'),
      step('new.ts', { kind: 'after', anchor: 'const a = 1;' }, 'const b = 2;'),
    );
    expect(changes.get('list.ts')).toBe('const list = [\n  first,\n];\n\nexport { list };\n');
    expect(changes.get('new.ts')).toBe('const a = 1;\nconst b = 2;\n');
    expect(edited).toEqual(['list.ts']);
  });

  it('numbers a migration', () => {
    const { changes } = apply(step('migrations/NEXT-notes.sql', { kind: 'create' }, '-- compatible'));
    expect([...changes.keys()]).toEqual(['migrations/0003-notes.sql']);
  });

  it.each([
    ['a file that exists', step('list.ts', { kind: 'create' }, ''), 'Line 7: list.ts exists.'],
    ['a file that is missing', step('no.ts', { kind: 'append' }, ''), 'Line 7: no.ts does not exist.'],
    [
      'a line that is missing',
      step('list.ts', { kind: 'after', anchor: 'third,' }, ''),
      'Line 7: list.ts has 0 lines "third,".',
    ],
  ])('refuses %s', (_what, wrong, message) => {
    expect(() => apply(wrong)).toThrow(message);
  });
});
