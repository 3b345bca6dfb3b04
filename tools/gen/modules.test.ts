import { expect, test } from 'vitest';
import { readModuleReadme } from './modules.ts';

test('reads the purpose and the tables of a module from its README', () => {
  const readme =
    '# Exceptions\n\nOpens and resolves exceptions\nof shipments. More text.\n\n- **Owns:** `deadline`,\n  `delivery_exception`.\n- **Offers:** x\n';
  expect(readModuleReadme('exceptions', readme)).toEqual({
    purpose: 'Opens and resolves exceptions of shipments.',
    owns: '`deadline`, `delivery_exception`.',
  });
});

test.each([
  ['no purpose', '# Exceptions\n\n- **Owns:** nothing\n'],
  ['no tables', '# Exceptions\n\nOpens exceptions.\n'],
])('refuses a README with %s', (_, readme) => {
  expect(() => readModuleReadme('exceptions', readme)).toThrow('exceptions/README.md needs');
});
