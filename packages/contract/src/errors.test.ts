import { describe, expect, it } from 'vitest';
import { errorCodes, errors } from './errors.ts';
import { errorsPage } from './errors-page.ts';
import { problem, problemOf } from './problem.ts';

describe('the error table', () => {
  it.each(errorCodes)('%s has a title without full stop and a remedy that is a sentence', (code) => {
    const { status, title, remedy } = errors[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  });

  it('creates problem documents according to RFC 9457', () => {
    expect(problemOf('not_found', 'Unknown key.')).toEqual({
      type: '/problems/not_found',
      title: errors.not_found.title,
      status: 404,
      code: 'not_found',
      detail: 'Unknown key.',
      remedy: errors.not_found.remedy,
    });
    for (const code of errorCodes) expect(problem.safeParse(problemOf(code, 'x')).success, code).toBe(true);
  });

  it('is rendered as a reference page with one row per code', () => {
    const rows = errorsPage().match(/^\| `\w+` \|/gm) ?? [];
    expect(rows).toEqual(errorCodes.map((code) => `| \`${code}\` |`));
  });
});
