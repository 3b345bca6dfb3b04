/** A figure of the page and its target. */
export interface Line {
  what: string;
  measured: number | null;
  /** Null for figures without a target. */
  target: { is: 'at least' | 'at most' | 'below' | 'exactly' | 'within 1 % of'; value: number } | null;
  unit: string;
}
