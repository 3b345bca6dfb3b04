import { withCleanup } from '../cleanup.ts';
import { logToStandardError } from '../log.ts';
import { describeMachine, type Machine } from '../machine.ts';
import { toHundredths } from '../percentile.ts';
import { authAdapterPiece } from './auth-adapter.ts';
import { batchRows } from './batch-rows.ts';
import { pgliteMessages } from './pglite-messages.ts';
import type { Piece } from './piece.ts';
import { searchKeys } from './search-keys.ts';

/** Pieces that a decision record keeps because of a measurement. */
const pieces: Readonly<Record<string, Piece>> = {
  'auth-adapter': authAdapterPiece,
  'batch-rows': batchRows,
  'pglite-messages': pgliteMessages,
  'search-keys': searchKeys,
};

export const pieceNames = Object.keys(pieces);

export interface PieceFigure {
  piece: string;
  decision: string;
  library: string;
  what: string;
  unit: string;
  ownFigure: number;
  libraryFigure: number;
  /** The library's figure divided by ours; null when ours is 0. */
  ratio: number | null;
}

export interface PiecesResult {
  figures: PieceFigure[];
  machine: Machine;
}

/** Measures one piece, or all of them when `name` is null. */
export async function runPieces(name: string | null, shipments: number): Promise<PiecesResult> {
  const machine = describeMachine();
  const chosen = Object.entries(pieces).filter(([piece]) => name === null || piece === name);
  const figures: PieceFigure[] = [];
  for (const [piece, { decision, library, measure }] of chosen) {
    const comparisons = await withCleanup((cleanup) =>
      measure({ cleanup, log: logToStandardError(piece), shipments }),
    );
    for (const { what, unit, own, library: other } of comparisons) {
      figures.push({
        piece,
        decision,
        library,
        what,
        unit,
        ownFigure: toHundredths(own),
        libraryFigure: toHundredths(other),
        ratio: own === 0 ? null : toHundredths(other / own),
      });
    }
  }
  return { figures, machine };
}
