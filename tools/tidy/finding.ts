/** A violation of a rule. The message says what to do. */
export interface Finding {
  readonly path: string;
  /** Counted from 1; absent when the finding is about the whole file. */
  readonly line?: number;
  readonly message: string;
}

export function describeFinding({ path, line, message }: Finding): string {
  return line === undefined ? `${path}: ${message}` : `${path}:${line}: ${message}`;
}
