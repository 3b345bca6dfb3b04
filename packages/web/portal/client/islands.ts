/**
 * The script of the page. The page works without it. Do not keep references to elements inside `main`: it is
 * replaced when the shipment changes.
 */
import { followChanges } from './live-update.ts';
import { enablePrint } from './print.ts';
import { enableReadAloud } from './read-aloud.ts';

function enableActions(): void {
  enableReadAloud();
  enablePrint();
}

enableActions();
followChanges(enableActions);
