import { followChanges } from './live-update.ts';
import { offerPrint } from './print.ts';
import { offerReading } from './read-aloud.ts';

/**
 * What a script adds to a page that works without one. Islands hold on to the document and not to elements of `main`, because that is swapped
 * whenever something happens.
 */
function showOffers(): void {
  offerReading();
  offerPrint();
}

showOffers();
followChanges(showOffers);
