import type { FieldError } from '@milepost/contract';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** The part of the request that a value comes from; decides the form of its pointer. */
type Place = 'query' | 'body' | 'params';

/** Parses input by a schema. Throws a `Refusal` that names every invalid field. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown, place: Place): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  if (place === 'params') throw new Refusal('not_found', 'There is nothing with such an id.');
  const errors = fieldErrors(parsed.error, place);
  const onlyUnknown =
    place === 'query' && parsed.error.issues.every((issue) => issue.code === 'unrecognized_keys');
  if (onlyUnknown) throw new Refusal('unknown_parameter', summary(errors), { errors });
  throw new Refusal('invalid_request', summary(errors), { errors });
}

/** One entry per fault; a row of a batch puts its own pointer in front. */
export function fieldErrors(error: z.ZodError, place: Place, prefix = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key], place, prefix),
        detail: 'Is not known here.',
      }));
    }
    return [{ pointer: pointerTo(issue.path, place, prefix), detail: wordsFor(issue.message) }];
  });
}

const pointerLengthMax = 200;

function pointerTo(path: readonly PropertyKey[], place: Place, prefix: string): string {
  const steps = path.map((step) => String(step));
  const pointer =
    place === 'query'
      ? `?${steps.join('.')}`
      : prefix + steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return pointer.slice(0, pointerLengthMax);
}

function wordsFor(message: string): string {
  if (message.endsWith('received undefined')) return 'Is missing.';
  const plain = message.replace(/^Invalid input: e/, 'E');
  return plain.endsWith('.') ? plain : `${plain}.`;
}

const namedMax = 3;

function summary(errors: readonly FieldError[]): string {
  const named = errors.slice(0, namedMax).map(({ pointer, detail }) => `${pointer || 'The body'}: ${detail}`);
  const more = errors.length - named.length;
  return named.join(' ') + (more > 0 ? ` And ${more} more.` : '');
}
