interface Begun {
  answer: Promise<unknown>;
  /** By the clock of the page, which begins with it. */
  atMs: number;
}

/** What the page asks for only after this long wants the present, not what was true when it was opened. */
const ageMsMax = 30_000;

/** Answers that were asked for before the page itself had come, by address. */
const begun = new Map<string, Begun>();

export function keepStarted(address: string, answer: Promise<unknown>): void {
  // Whoever takes it hears how it failed; if nobody does, it concerns nobody.
  answer.catch(() => undefined);
  begun.set(address, { answer, atMs: performance.now() });
}

/** The answer that is on its way, for whoever asks first; everybody after that asks anew. */
export function takeStarted(address: string): Promise<unknown> | undefined {
  const found = begun.get(address);
  begun.delete(address);
  return found !== undefined && performance.now() - found.atMs <= ageMsMax ? found.answer : undefined;
}

export function forgetStarted(): void {
  begun.clear();
}
