import { apiBase, askForEach } from '../../_kit/index.ts';

export const api = apiBase('https://api-eu.dhl.com');

/**
 * Unified Shipment Tracking 1.5: one number for each request, with the key in a header. 404 is the normal
 * answer for a number that DHL does not know yet. The links in `possibleAdditionalShipmentsUrl` are not
 * followed: they list every other division, whether or not it knows the number, and each one costs a request
 * of a small daily budget. An account of one division sets `service` instead.
 */
export const poll = askForEach({
  accept: [404],
  request: (number, { settings, http, postcodeOf }) => {
    const query = new URLSearchParams({ trackingNumber: number, language: settings.language ?? 'en' });
    if (settings.service) query.set('service', settings.service);
    const postcode = postcodeOf(number);
    // parcel-de and parcel-nl answer in full only with the postcode; it also distinguishes parcels with the
    // same number apart.
    if (postcode !== null) query.set('recipientPostalCode', postcode);
    return http({
      method: 'GET',
      url: api.url(settings, `/track/shipments?${query}`),
      headers: { 'dhl-api-key': settings.apiKey ?? '', accept: 'application/json' },
    });
  },
});
