import { InvalidArgumentError } from 'commander';

export const engines = ['pglite', 'postgres'] as const;
export type EngineName = (typeof engines)[number];

/** Reads a numeric option. Throws an error that commander shows to the user. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}

export function notNegativeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('It must be a number of at least 0.');
  return value;
}

export function wholeNumber(text: string): number {
  const value = positiveNumber(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}

export function engineName(text: string): EngineName {
  const engine = engines.find((one) => one === text);
  if (!engine) throw new InvalidArgumentError(`It must be one of ${engines.join(', ')}.`);
  return engine;
}
