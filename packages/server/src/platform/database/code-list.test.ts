import { expect, it } from 'vitest';
import { codeList } from './code-list.ts';

it('makes a list of SQL constants from codes', () => {
  expect(codeList(['delivered', 'attempt_failed'])).toBe("('delivered', 'attempt_failed')");
});

it('refuses a text that is not a code', () => {
  expect(() => codeList(["x'; drop table leg; --"])).toThrow('is not a code');
});
