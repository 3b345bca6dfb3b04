/** A figure of the page, with what is aimed at. */
export interface Line {
  what: string;
  measured: number | null;
  /** Null: told for information, nothing is aimed at. */
  aim: { is: 'at least' | 'at most' | 'below' | 'exactly' | 'within 1 % of'; value: number } | null;
  unit: string;
}
