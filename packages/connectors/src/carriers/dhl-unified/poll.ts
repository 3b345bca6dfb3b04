import { answerOrFailure, type Poll, type PollAnswer, type PollSession } from '../../_kit/index.ts';

/**
 * Unified Shipment Tracking 1.5: one number a call, the key in a header. 404 is the normal answer for a number DHL does not know yet. What
 * `possibleAdditionalShipmentsUrl` offers is not asked: it lists every other division whether or not that one knows the number, and each
 * costs a call of a small daily budget. An account of one division sets `service` instead.
 */
export const poll: Poll = {
  async fetch(numbers, session) {
    const answers: PollAnswer[] = [];
    for (const number of numbers) answers.push(await ask(number, session));
    return answers;
  },
};

async function ask(number: string, session: PollSession): Promise<PollAnswer> {
  const { settings } = session;
  const base = (settings.baseUrl ?? 'https://api-eu.dhl.com').replace(/\/+$/, '');
  const query = new URLSearchParams({ trackingNumber: number, language: settings.language ?? 'en' });
  if (settings.service) query.set('service', settings.service);
  const postcode = session.postcodeOf(number);
  // Opens the full set of data at parcel-de and parcel-nl and tells namesakes apart.
  if (postcode !== null) query.set('recipientPostalCode', postcode);
  const answer = await session.http({
    method: 'GET',
    url: `${base}/track/shipments?${query}`,
    headers: { 'dhl-api-key': settings.apiKey ?? '', accept: 'application/json' },
  });
  const { body, headers } = answerOrFailure(answer, session.now(), [404]);
  return { body, contentType: headers['content-type'] ?? null, numbers: [number] };
}
