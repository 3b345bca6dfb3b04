/** Generates files from the code, so that no second list has to be kept in sync by hand. */
export interface Generator {
  /** What is generated, for messages. */
  readonly name: string;
  /**
   * The files with their complete content, by path from the root. The same sources always give the same
   * files. Empty if there is nothing to generate.
   */
  files(): Promise<ReadonlyMap<string, string>>;
}
