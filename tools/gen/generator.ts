/** Makes files out of what the code already knows, so that no second list has to be kept in step by hand. */
export interface Generator {
  /** What is made, in words that fit after "generated:". */
  readonly name: string;
  /**
   * The files and their whole content, by path from the root. A pure reading of the checkout: the same
   * sources give the same files. Empty when there is nothing to make yet.
   */
  files(): Promise<ReadonlyMap<string, string>>;
}
