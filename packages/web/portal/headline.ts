import type { Milestone, PortalArrival, PortalShipment } from '@milepost/contract';
import {
  daysBetween,
  formatDay,
  formatDayRange,
  formatTime,
  formatTimeRange,
  relativeDay,
} from './date-format.ts';
import type { Translator } from './translator.ts';

/** The title of the page and the sentence below it. */
export interface Headline {
  title: string;
  text: string;
  /** The expected day has passed. */
  isLate?: true;
}

/** Milestones at which the headline shows the expected day. */
export const isArriving: ReadonlySet<Milestone> = new Set([
  'pending',
  'info_received',
  'in_transit',
  'out_for_delivery',
]);

/** The headline of a shipment in the language of the translator. */
export function headlineOf(shipment: PortalShipment, translator: Translator): Headline {
  const { milestone, details, arrival } = shipment;
  const text = details
    ? translator.eventText(details.subStatus)
    : translator.translate(`milestone.${milestone}`);
  if (arrival?.kind === 'delivered' && milestone === 'delivered')
    return { title: deliveredTitle(arrival, shipment.today, translator), text };
  if (arrival?.kind === 'expected' && isArriving.has(milestone))
    return arrivingHeadline(arrival, shipment, { translator, text });
  return { title: milestoneTitle(shipment, translator), text };
}

function milestoneTitle({ milestone, isOverdue }: PortalShipment, translator: Translator): string {
  return translator.title(isOverdue ? 'in_transit' : milestone);
}

function arrivingHeadline(
  arrival: PortalArrival,
  shipment: PortalShipment,
  { translator, text }: { translator: Translator; text: string },
): Headline {
  const { today, milestone, isOverdue } = shipment;
  // Out for delivery since today means arrival today, whatever the estimate was.
  if (milestone === 'out_for_delivery' && !isOverdue && daysBetween(today, arrival.toDay) !== 0)
    return { title: translator.title(milestone), text };
  if (daysBetween(today, arrival.toDay) < 0) return lateHeadline(arrival, today, translator);
  return { title: withTime(arrivesTitle(arrival, today, translator), arrival, translator), text };
}

function lateHeadline({ toDay }: PortalArrival, today: string, translator: Translator): Headline {
  const when = relativeDay(toDay, today);
  const date = formatDay(translator.language.locale, toDay, today);
  return {
    title: translator.translate('late'),
    text: translator.translate('lateSince', { when, date }),
    isLate: true,
  };
}

function arrivesTitle({ fromDay, toDay }: PortalArrival, today: string, translator: Translator): string {
  const { locale } = translator.language;
  // After the first day of a range only its end is shown.
  if (fromDay !== toDay && daysBetween(today, fromDay) > 0)
    return translator.translate('arrivesBetween', { range: formatDayRange(locale, fromDay, toDay) });
  return translator.translate('arrives', {
    when: relativeDay(toDay, today),
    date: formatDay(locale, toDay, today),
  });
}

function deliveredTitle(arrival: PortalArrival, today: string, translator: Translator): string {
  const { toDay } = arrival;
  const date = formatDay(translator.language.locale, toDay, today);
  return withTime(
    translator.translate('deliveredOn', { when: relativeDay(toDay, today), date }),
    arrival,
    translator,
  );
}

function withTime(
  sentence: string,
  { kind, fromDay, toDay, fromTime, toTime }: PortalArrival,
  translator: Translator,
): string {
  const { locale } = translator.language;
  if (fromDay !== toDay || (fromTime === null && toTime === null)) return sentence;
  if (fromTime !== null && toTime !== null) {
    const isMoment = fromTime === toTime;
    const time = isMoment ? formatTime(locale, toTime) : formatTimeRange(locale, fromTime, toTime);
    return translator.translate('withTime', { sentence, time });
  }
  if (kind === 'delivered') return sentence;
  const time = formatTime(locale, fromTime ?? toTime ?? '');
  return translator.translate('withTime', {
    sentence,
    time: translator.translate(fromTime === null ? 'untilTime' : 'fromTime', { time }),
  });
}
