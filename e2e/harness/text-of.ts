/** The text under a name in an answer; throws with the whole answer when it is missing. */
export function textOf(answer: unknown, name: string): string {
  if (typeof answer === 'object' && answer !== null && name in answer) {
    const value: unknown = Reflect.get(answer, name);
    if (typeof value === 'string') return value;
  }
  throw new Error(`There is no text "${name}" in ${JSON.stringify(answer)}.`);
}
