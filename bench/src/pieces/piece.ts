import type { Cleanup } from '../cleanup.ts';
import type { Log } from '../log.ts';

/** Own code that is measured against the library which could replace it. */
export interface Piece {
  /** The decision record that this measurement belongs to. */
  decision: string;
  library: string;
  measure(tools: PieceTools): Promise<Comparison[]>;
}

export interface PieceTools {
  cleanup: Cleanup;
  log: Log;
  /** How many shipments to make where the number matters. */
  shipments: number;
}

/** One figure of both sides. */
export interface Comparison {
  what: string;
  unit: string;
  own: number;
  library: number;
}
