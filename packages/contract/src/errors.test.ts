import { describe, expect, it } from 'vitest';
import { errorCodes, errors } from './errors.ts';
import { errorsPage } from './errors-page.ts';
import { problem, problemOf } from './problem.ts';

describe('the error table', () => {
  it.each(errorCodes)('says of %s what happened and what to do, each as a person would', (code) => {
    const { status, title, remedy } = errors[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  });

  it('makes problems in the form of RFC 9457', () => {
    expect(problemOf('not_found', 'There is no such key.')).toEqual({
      type: '/problems/not_found',
      title: errors.not_found.title,
      status: 404,
      code: 'not_found',
      detail: 'There is no such key.',
      remedy: errors.not_found.remedy,
    });
    for (const code of errorCodes) expect(problem.safeParse(problemOf(code, 'x')).success, code).toBe(true);
  });

  it('stands in its reference page, a row for each code', () => {
    const rows = errorsPage().match(/^\| `\w+` \|/gm) ?? [];
    expect(rows).toEqual(errorCodes.map((code) => `| \`${code}\` |`));
  });
});
