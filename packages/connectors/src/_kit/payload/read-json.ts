import type { Problem } from '@milepost/domain';

export type Read<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/**
 * Parses a body as JSON; never throws. The value stays `unknown` until a reader or a schema has parsed it.
 */
export function readJson(body: string): Read<unknown> {
  try {
    // A byte order mark is legal in files, but JSON.parse refuses it.
    return { ok: true, value: JSON.parse(body.charCodeAt(0) === 0xfeff ? body.slice(1) : body) };
  } catch {
    const start = body.slice(0, 40).replaceAll(/\s+/g, ' ');
    const detail =
      body.trim() === ''
        ? 'The body is empty.'
        : `The body is not valid JSON; it starts with ${JSON.stringify(start)}.`;
    return { ok: false, problem: { kind: 'unreadable_payload', detail, pointer: '' } };
  }
}
