import type { Milestone, PortalArrival, PortalShipment } from '@milepost/contract';
import { clockRangeWords, clockWords, dayRangeWords, daysBetween, dayWords, whenOf } from './date-format.ts';
import type { Wording } from './translator.ts';

/** What matters most, and the sentence under it. */
export interface Headline {
  title: string;
  text: string;
  /** The day has passed and it is not there. */
  isLate?: true;
}

/** Milestones at which the day of arrival is what matters. */
export const isArriving: ReadonlySet<Milestone> = new Set([
  'pending',
  'info_received',
  'in_transit',
  'out_for_delivery',
]);

export function headlineOf(shipment: PortalShipment, wording: Wording): Headline {
  const { milestone, details, arrival } = shipment;
  const text = details ? wording.happened(details.subStatus) : wording.say(`milestone.${milestone}`);
  if (arrival?.kind === 'delivered' && milestone === 'delivered')
    return { title: deliveredTitle(arrival, shipment.today, wording), text };
  if (arrival?.kind === 'expected' && isArriving.has(milestone))
    return arrivingHeadline(arrival, shipment, { wording, text });
  return { title: milestoneTitle(shipment, wording), text };
}

function milestoneTitle({ milestone, isOverdue }: PortalShipment, wording: Wording): string {
  return wording.title(isOverdue ? 'in_transit' : milestone);
}

function arrivingHeadline(
  arrival: PortalArrival,
  shipment: PortalShipment,
  { wording, text }: { wording: Wording; text: string },
): Headline {
  const { today, milestone, isOverdue } = shipment;
  // With the driver since today it comes today, whatever was said before.
  if (milestone === 'out_for_delivery' && !isOverdue && daysBetween(today, arrival.toDay) !== 0)
    return { title: wording.title(milestone), text };
  if (daysBetween(today, arrival.toDay) < 0) return lateHeadline(arrival, today, wording);
  return { title: withTime(arrivesTitle(arrival, today, wording), arrival, wording), text };
}

function lateHeadline({ toDay }: PortalArrival, today: string, wording: Wording): Headline {
  const when = whenOf(toDay, today);
  const date = dayWords(wording.language.locale, toDay, today);
  return { title: wording.say('late'), text: wording.say('lateSince', { when, date }), isLate: true };
}

function arrivesTitle({ fromDay, toDay }: PortalArrival, today: string, wording: Wording): string {
  const { locale } = wording.language;
  // A span that has begun is told by its end.
  if (fromDay !== toDay && daysBetween(today, fromDay) > 0)
    return wording.say('arrivesBetween', { range: dayRangeWords(locale, fromDay, toDay) });
  return wording.say('arrives', { when: whenOf(toDay, today), date: dayWords(locale, toDay, today) });
}

function deliveredTitle(arrival: PortalArrival, today: string, wording: Wording): string {
  const { toDay } = arrival;
  const date = dayWords(wording.language.locale, toDay, today);
  return withTime(wording.say('deliveredOn', { when: whenOf(toDay, today), date }), arrival, wording);
}

function withTime(
  sentence: string,
  { kind, fromDay, toDay, fromTime, toTime }: PortalArrival,
  wording: Wording,
): string {
  const { locale } = wording.language;
  if (fromDay !== toDay || (fromTime === null && toTime === null)) return sentence;
  if (fromTime !== null && toTime !== null) {
    const isMoment = fromTime === toTime;
    const time = isMoment ? clockWords(locale, toTime) : clockRangeWords(locale, fromTime, toTime);
    return wording.say('withTime', { sentence, time });
  }
  if (kind === 'delivered') return sentence;
  const time = clockWords(locale, fromTime ?? toTime ?? '');
  return wording.say('withTime', {
    sentence,
    time: wording.say(fromTime === null ? 'untilTime' : 'fromTime', { time }),
  });
}
