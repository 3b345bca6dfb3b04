import type { Finding } from './finding.ts';
import type { Source } from './source.ts';

const marker = /\b(TODO|FIXME|XXX|HACK)\b/;
const withIssue = /\b(?:TODO|FIXME|XXX|HACK)\b[ (:]*#\d+/;

/** Work is planned in issues, so a todo comment names one: TODO #12. */
export function checkTodos(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) =>
    source.comments.flatMap(({ value, start }) => {
      const word = marker.exec(value)?.[1];
      if (word === undefined || withIssue.test(value)) return [];
      return [{ path: source.path, line: source.lineOf(start), message: `${word} without an issue number.` }];
    }),
  );
}
