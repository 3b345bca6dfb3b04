import { expect, it } from 'vitest';
import { createSecrets } from './secrets.ts';

const key = Buffer.alloc(32, 7);
const secrets = createSecrets(key);

it('opens what it sealed', () => {
  expect(secrets.open(secrets.seal({ apiKey: 'x' }, 'account 1'), 'account 1')).toEqual({ apiKey: 'x' });
});

it('seals the same value differently each time and never as plain text', () => {
  const first = Buffer.from(secrets.seal('a long secret', 'p'));
  const second = Buffer.from(secrets.seal('a long secret', 'p'));
  expect(first.equals(second)).toBe(false);
  expect(first.toString('latin1')).not.toContain('a long secret');
});

it('does not open for another place, with another key, or after tampering', () => {
  const sealed = secrets.seal('x', 'account 1');
  expect(() => secrets.open(sealed, 'account 2')).toThrow();
  expect(() => createSecrets(Buffer.alloc(32, 8)).open(sealed, 'account 1')).toThrow();
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => secrets.open(sealed, 'account 1')).toThrow();
});
