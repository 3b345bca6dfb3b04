/** The text under a name in an answer; fails loudly, with the whole answer, when it is not there. */
export function textOf(answer: unknown, name: string): string {
  if (typeof answer === 'object' && answer !== null && name in answer) {
    const value: unknown = Reflect.get(answer, name);
    if (typeof value === 'string') return value;
  }
  throw new Error(`There is no text "${name}" in ${JSON.stringify(answer)}.`);
}
