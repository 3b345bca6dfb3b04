import { type CodeFate, isIgnored } from '../../_kit/index.ts';
import { delayKinds, eventPlaces, eventTypes, statusClasses } from './codes.ts';
import type { Scan } from './payload.ts';
import { reasonCodes } from './reason-codes.ts';

/** Classes and types of parcels that wait at a counter. */
const waiting: ReadonlySet<string | undefined> = new Set(['HL', 'HP']);

/**
 * The meaning of one scan, from the most exact statement to the coarsest: type with reason, type with kind
 * of place, type, and the class only where there is no type. An unknown type stays unknown even with a
 * known class, so that it is reported.
 */
export function fateOf(scan: Scan): CodeFate | undefined {
  const { eventType, exceptionCode, locationType, derivedStatusCode } = scan;
  if (eventType === undefined) return derivedStatusCode ? statusClasses.get(derivedStatusCode) : undefined;
  // Delivered by its type, held by its class: the parcel was delivered to the counter and waits there.
  if (eventType === 'DL' && waiting.has(derivedStatusCode)) return eventTypes.get('HP');
  const byReason = exceptionCode ? reasonCodes.get(`${eventType}:${exceptionCode}`) : undefined;
  const byPlace = locationType ? eventPlaces.get(`${eventType}@${locationType}`) : undefined;
  return refined(byReason ?? byPlace ?? eventTypes.get(eventType), scan);
}

/** A delay without a cause in its code may have one in a separate field. */
function refined(fate: CodeFate | undefined, scan: Scan): CodeFate | undefined {
  if (fate === undefined || isIgnored(fate) || fate.subStatus !== 'exception.delayed') return fate;
  const { delayDetail } = scan;
  if (delayDetail?.type === undefined || delayDetail.status !== 'DELAYED') return fate;
  return delayKinds.get(delayDetail.type) ?? fate;
}
