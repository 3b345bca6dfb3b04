import { carriers } from '@milepost/connectors';
import { describe, expect, it } from 'vitest';
import type { JourneyEvent, Parcel, PushRequest } from '../dialect.ts';
import { dialect } from './generic.ts';

const connector = carriers.find(({ manifest }) => manifest.name === 'generic');
const webhookSecret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const noon = Date.parse('2026-07-01T12:00:00Z');
const lisbon = { name: 'Lisboa', postcode: '1000-001', country: 'PT' };

function journeyEvent(part: Partial<JourneyEvent>): JourneyEvent {
  return {
    subStatus: 'in_transit.accepted',
    occurredAt: noon,
    zone: 'Europe/Lisbon',
    place: lisbon,
    sequence: 1,
    ...part,
  };
}

const parcel: Parcel = {
  trackingNumber: dialect.newTrackingNumber(() => 0.3),
  carrier: 'generic',
  reference: 'R-1',
  origin: { ...lisbon, zone: 'Europe/Lisbon' },
  destination: { ...lisbon, zone: 'Europe/Lisbon' },
  expected: { from: noon, to: noon + 7_200_000 },
  weightGrams: 900,
  recipientName: 'Inês Faria',
};

function pushOf(...journeyEvents: JourneyEvent[]): PushRequest {
  const [request, ...others] = dialect.push?.(parcel, journeyEvents, { webhookSecret }) ?? [];
  expect(others).toEqual([]);
  expect(request).toBeDefined();
  return request ?? { headers: {}, body: '' };
}

function decoded(request: PushRequest) {
  const context = { gazetteer: { find: () => null }, receivedAt: noon };
  const { shipments, problems } = connector?.decode(
    { kind: 'webhook', body: request.body, contentType: null },
    context,
  ) ?? {
    shipments: [],
    problems: [],
  };
  expect(shipments.map((shipment) => shipment.trackingNumber)).toEqual([parcel.trackingNumber]);
  const facts = shipments.flatMap((shipment) => shipment.facts);
  return { events: facts.filter((fact) => fact.kind === 'event'), facts, problems };
}

describe('the simulated generic sender', () => {
  it('creates tracking numbers that the connector recognises', () => {
    for (const random of [0, 0.5, 0.999]) {
      expect(connector?.manifest.recognises(dialect.newTrackingNumber(() => random))).toBe(true);
    }
  });

  for (const subStatus of dialect.subStatuses) {
    it(`reports ${subStatus} so that the connector decodes it`, () => {
      const { events, problems } = decoded(pushOf(journeyEvent({ subStatus })));
      expect(events.map((event) => [event.subStatus, event.time.occurredAt])).toEqual([[subStatus, noon]]);
      expect(problems).toEqual([]);
    });
  }

  it('signs pushes so that the connector accepts them, and only with their own body', () => {
    const { headers, body } = pushOf(journeyEvent({}));
    const now = () => Number(headers['webhook-timestamp']) * 1000;
    const verdicts = [body, body.replace('Lisboa', 'Lisbon')].map((sent) =>
      connector?.webhook?.verify({ headers, body: Buffer.from(sent) }, { settings: { webhookSecret }, now }),
    );
    expect(verdicts).toMatchObject([{ ok: true }, { ok: false }]);
  });

  it('keeps the message id when a message is sent again', () => {
    const ids = [
      pushOf(journeyEvent({})),
      pushOf(journeyEvent({})),
      pushOf(journeyEvent({ sequence: 2 })),
    ].map(({ headers }) => headers['webhook-id']);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it('distinguishes both occurrences of the repeated hour in autumn', () => {
    const first = Date.parse('2026-10-25T00:30:00Z');
    const { events } = decoded(
      pushOf(
        journeyEvent({ occurredAt: first }),
        journeyEvent({ occurredAt: first + 3_600_000, sequence: 2 }),
      ),
    );
    expect(events.map((event) => [event.time.localTime, event.time.occurredAt])).toEqual([
      ['2026-10-25T01:30:00', first],
      ['2026-10-25T01:30:00', first + 3_600_000],
    ]);
  });

  it('shifts the wall clock by the clock error and keeps the offset', () => {
    const { events } = decoded(pushOf(journeyEvent({ clockErrorMinutes: 120 })));
    expect(events[0]?.time.occurredAt).toBe(noon + 7_200_000);
  });

  it('sends a garbled code that the connector reports as unknown', () => {
    const { events, problems } = decoded(pushOf(journeyEvent({ garbledCode: 'zzz' })));
    expect(events.map((event) => event.subStatus)).toEqual(['unknown.unmapped']);
    expect(problems).toMatchObject([{ kind: 'unknown_code', code: 'zzz' }]);
  });

  it('sends the delivery window and the signer', () => {
    const { events, facts } = decoded(
      pushOf(journeyEvent({ subStatus: 'delivered.signed', signedBy: 'I. Faria' })),
    );
    expect(events[0]?.signedBy).toBe('I. Faria');
    const details = facts.find((fact) => fact.kind === 'details')?.details;
    expect(details?.estimatedDelivery?.from?.occurredAt).toBe(noon);
    expect(details?.estimatedDelivery?.to?.occurredAt).toBe(noon + 7_200_000);
  });
});
