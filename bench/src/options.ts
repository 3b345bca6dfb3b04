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
  return oneOf(engines, text);
}

/** Reads an option that may be given several times or with several values. */
export function choiceOf<T extends string>(choices: readonly T[]) {
  return (text: string, earlier: readonly T[] = []): T[] => [...earlier, oneOf(choices, text)];
}

function oneOf<T extends string>(choices: readonly T[], text: string): T {
  const choice = choices.find((name) => name === text);
  if (!choice) throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}.`);
  return choice;
}
