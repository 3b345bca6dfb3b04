import { describe, expect, test } from 'vitest';
import { checkCommentPlacement, checkCommentWidth, formatterWidth } from './comments.ts';
import { sourceOf } from './testing.ts';

const start = "import { a } from './a.ts';";

describe('the place of a doc comment', () => {
  test.each<[string, string[], number[]]>([
    ['above the imports is the module’s', ['/** The module. */', start], []],
    ['at the start of a file without imports is the module’s', ['/** The module. */', '', 'a();'], []],
    ['above a symbol is the symbol’s', [start, '', '/** A. */', 'export const b = a;'], []],
    ['of a member is the member’s', ['interface A {', '  /** B. */', '  b: string;', '}'], []],
    ['behind the imports describes nothing', [start, '', '/** The module. */', '', 'a();'], [3]],
    ['above another doc comment describes nothing', [start, '/** A. */', '/** B. */', 'a();'], [2]],
    ['at the end describes nothing', ['a();', '/** A. */'], [2]],
    ['is not a line comment', [start, '', '// Then:', '', 'a();'], []],
  ])('%s', (_, lines, expected) => {
    const findings = checkCommentPlacement([sourceOf('a.ts', ...lines)]);
    expect(findings.map(({ line }) => line)).toEqual(expected);
  });
});

test('a comment is as narrow as the code', () => {
  const wide = 'x'.repeat(20);
  const source = sourceOf(
    'a.ts',
    `// ${wide}`,
    '/**',
    ` * ${wide}`,
    ' * narrow',
    ' */',
    `const long = '${wide}';`,
    `// biome-ignore lint/a/b: ${wide}`,
    `// https://example.test/${'x'.repeat(60)}`,
    `a(); // ${wide}`,
  );
  expect(checkCommentWidth([source], 20).map(({ line }) => line)).toEqual([1, 3, 9]);
});

test('the width is that of the formatter', () => {
  expect(formatterWidth([{ path: 'biome.json', text: '{ "formatter": { "lineWidth": 110 } }' }])).toBe(110);
  expect(() => formatterWidth([])).toThrow('lineWidth');
});
