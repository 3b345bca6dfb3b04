import type { PortalAddresses, PortalArrival, PortalPage } from '@milepost/contract';
import { headlineOf } from './headline.ts';
import type { Translator } from './translator.ts';

/**
 * The page as https://schema.org/ParcelDelivery, for mail programs and assistants. Contains no more than the
 * page.
 */
export function structuredDataOf(
  { shipment, brand }: PortalPage & { kind: 'shipment' },
  { publicUrl }: PortalAddresses,
  translator: Translator,
): string {
  const { trackingId, details, arrival } = shipment;
  const [carrier] = details?.parcels[0]?.carriers ?? [];
  const [orderNumber] = details?.references ?? [];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ParcelDelivery',
    trackingNumber: trackingId,
    trackingUrl: `${publicUrl}/t/${trackingId}`,
    deliveryStatus: { '@type': 'DeliveryEvent', name: headlineOf(shipment, translator).title },
    ...arrivalOf(arrival),
    ...(carrier === undefined ? {} : { provider: { '@type': 'Organization', name: carrier.title } }),
    partOfOrder: {
      '@type': 'Order',
      merchant: { '@type': 'Organization', name: brand.name },
      ...(orderNumber === undefined ? {} : { orderNumber }),
    },
  };
  // Inside a script element only `<` could end it; JSON allows it as an escape.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function arrivalOf(arrival: PortalArrival | null) {
  if (arrival === null) return {};
  const moment = (day: string, time: string | null): string => (time === null ? day : `${day}T${time}`);
  return {
    expectedArrivalFrom: moment(arrival.fromDay, arrival.fromTime),
    expectedArrivalUntil: moment(arrival.toDay, arrival.toTime),
  };
}
