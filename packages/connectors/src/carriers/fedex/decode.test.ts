import { type Fact, type Gazetteer, identityOf, type Problem } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const nowhere: Gazetteer = { find: () => null };
const receivedAt = Date.UTC(2026, 5, 1);
const number = '773104826152';

function decoded(body: unknown, askedFor?: readonly string[]) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const context = { gazetteer: nowhere, receivedAt, ...(askedFor ? { askedFor } : {}) };
  return decode({ kind: 'poll', body: text, contentType: null }, context);
}

function answerWith(...trackResults: unknown[]) {
  return { output: { completeTrackResults: [{ trackingNumber: number, trackResults }] } };
}

function scan(parts: Record<string, unknown>) {
  return { date: '2026-05-04T10:00:00-05:00', scanLocation: { city: 'TULSA', countryCode: 'US' }, ...parts };
}

/** The sub-status of one scan, with its reason if it has one. */
function meaningOf(parts: Record<string, unknown>): string | undefined {
  const [fact] = factsOf(answerWith({ scanEvents: [scan(parts)] }));
  return fact?.kind === 'event' ? fact.subStatus : undefined;
}

function factsOf(body: unknown): Fact[] {
  return decoded(body).shipments.flatMap((shipment) => shipment.facts);
}

function detailsIn(body: unknown) {
  const facts = factsOf(body);
  return facts.find((fact) => fact.kind === 'details')?.details;
}

function kinds(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `${problem.kind} ${problem.pointer}`);
}

describe('the meaning of a scan', () => {
  const rows: [subStatus: string | undefined, parts: Record<string, unknown>][] = [
    // One number, two operating companies.
    ['attempt_failed.not_home', { eventType: 'DE', exceptionCode: '007' }],
    ['exception.refused', { eventType: 'DE', exceptionCode: '07' }],
    // One code, two ends of the journey.
    ['info_received.pickup_failed', { eventType: 'PD', exceptionCode: '08' }],
    ['attempt_failed.not_home', { eventType: 'DE', exceptionCode: '08' }],
    ['in_transit.dropped_off', { eventType: 'IP', exceptionCode: 'A3' }],
    ['in_transit.arrived_facility', { eventType: 'AF', exceptionCode: 'A3' }],
    // Codes that are spelled alike in the two vocabularies.
    ['in_transit.information', { eventType: 'IN', derivedStatusCode: 'IT' }],
    ['info_received.label_created', { derivedStatusCode: 'IN' }],
    // A link to a return label is neither a pickup nor a return.
    ['info_received.awaiting_parcel', { eventType: 'RG' }],
    ['info_received.data_received', { eventType: 'RP' }],
    ['returning.started', { eventType: 'RT' }],
    ['returning.started', { eventType: 'RS' }],
    // At a counter.
    ['available_for_pickup.ready', { eventType: 'HP' }],
    ['available_for_pickup.ready', { eventType: 'HL' }],
    ['available_for_pickup.ready', { eventType: 'DL', derivedStatusCode: 'HL' }],
    ['delivered.collected', { eventType: 'DL', exceptionCode: '005', derivedStatusCode: 'DL' }],
    // An unknown reason leaves the meaning of the type; an unknown type stays unknown.
    ['exception.unspecified', { eventType: 'SE', exceptionCode: '999' }],
    ['unknown.unmapped', { eventType: 'ZZ', derivedStatusCode: 'DL' }],
  ];
  for (const [subStatus, parts] of rows) {
    it(`reads ${JSON.stringify(parts)} as ${subStatus}`, () => expect(meaningOf(parts)).toBe(subStatus));
  }

  it('is refined by the kind of a delay only for delays', () => {
    const delayDetail = { type: 'WEATHER', status: 'DELAYED' };
    expect(meaningOf({ eventType: 'DY', delayDetail })).toBe('exception.delayed_weather');
    expect(meaningOf({ eventType: 'AR', delayDetail })).toBe('in_transit.arrived_facility');
    expect(meaningOf({ eventType: 'DY', delayDetail: { ...delayDetail, status: 'ON_TIME' } })).toBe(
      'exception.delayed',
    );
  });
});

describe('the details of a parcel', () => {
  const delivered = {
    latestStatusDetail: { code: 'DL', derivedCode: 'DL' },
    dateAndTimes: [{ type: 'ACTUAL_DELIVERY', dateTime: '2026-05-04T10:00:00-05:00' }],
    deliveryDetails: { receivedByName: 'N.BERG' },
  };

  it('contain the signer only after a delivery to the recipient', () => {
    expect(detailsIn(answerWith(delivered))?.signedBy).toBe('N.BERG');
    const held = { ...delivered, latestStatusDetail: { code: 'DL', derivedCode: 'HL' } };
    expect(detailsIn(answerWith(held))).toBeUndefined();
    const returned = { ...delivered, scanEvents: [scan({ eventType: 'RS' })] };
    expect(detailsIn(answerWith(returned))).toBeUndefined();
  });

  it('do not use the note of a waived signature as a name', () => {
    const waived = { ...delivered, deliveryDetails: { receivedByName: 'Signature not required' } };
    expect(detailsIn(answerWith(waived))?.signedBy).toBeUndefined();
  });

  it('keep a day sent as midnight as a day and ignore its offset', () => {
    const dateAndTimes = [{ type: 'ESTIMATED_DELIVERY', dateTime: '2026-07-31T00:00:00-06:00' }];
    const day = { localTime: '2026-07-31', precision: 'day', zone: null, zoneSource: null, occurredAt: null };
    expect(detailsIn(answerWith({ dateAndTimes }))?.estimatedDelivery).toEqual({ from: day, to: day });
  });

  it('use the metric weight, and convert the other one if it is missing', () => {
    const weigh = (weight: unknown[]) => detailsIn(answerWith({ shipmentDetails: { weight } }))?.weightGrams;
    const pounds = { value: '28.8', unit: 'LB' };
    expect(weigh([pounds, { value: '13.06', unit: 'KG' }])).toBe(13_060);
    expect(weigh([pounds])).toBe(13_063);
    expect(weigh([{ value: 'heavy', unit: 'LB' }])).toBeUndefined();
  });

  it('refer to the short number when a long barcode was requested', () => {
    const trackingNumberInfo = { trackingNumber: '390275184668', trackingNumberUniqueId: '1~2~FX' };
    expect(detailsIn(answerWith({ trackingNumberInfo }))?.references).toEqual(['1~2~FX', '390275184668']);
  });
});

describe('answers of other kinds', () => {
  it('attach a refusal to the only requested number', () => {
    const errors = [{ code: 'TRACKING.TRACKINGNUMBER.INVALID', message: 'Not a number.' }];
    expect(decoded({ errors }, [number])).toMatchObject({
      shipments: [{ trackingNumber: number, facts: [{ details: { answer: 'invalid_number' } }] }],
      problems: [],
    });
    expect(kinds(decoded({ errors }, [number, '390275184668']).problems)).toEqual([
      'carrier_error /errors/0',
    ]);
  });

  it('distinguish a receipt from an unreadable message', () => {
    expect(kinds(decoded({ output: { documents: [] } }).problems)).toEqual(['not_tracking ']);
    expect(kinds(decoded({ hello: 1 }).problems)).toEqual(['unreadable_payload ']);
  });

  it('report a result that is not an object and keep the others', () => {
    const { shipments, problems } = decoded(answerWith('DL', { scanEvents: [scan({ eventType: 'IT' })] }));
    expect(shipments[0]?.facts).toHaveLength(1);
    expect(kinds(problems)).toEqual(['unreadable_payload /output/completeTrackResults/0/trackResults/0']);
  });

  it('keep scans that come with an error', () => {
    const result = { error: { code: 'TRACKING.DATA.STALE' }, scanEvents: [scan({ eventType: 'IT' })] };
    const { shipments, problems } = decoded(answerWith(result));
    expect(shipments[0]?.facts).toHaveLength(1);
    expect(kinds(problems)).toEqual(['carrier_error /output/completeTrackResults/0/trackResults/0/error']);
  });

  it('give a pushed scan the identity of the polled one', () => {
    const pushed = answerWith({ scanEvents: [scan({ eventType: 'AR', eventDescription: 'Arrivé' })] });
    const polled = answerWith({
      scanEvents: [scan({ eventType: 'DP', date: '2026-05-04T12:00:00-05:00' }), scan({ eventType: 'AR' })],
    });
    const [identity] = factsOf(pushed).map(identityOf);
    expect(factsOf(polled).map(identityOf)).toContain(identity);
  });
});

describe('reused numbers', () => {
  const use = (trackingNumberUniqueId: string, ship: string) => ({
    trackingNumberInfo: { trackingNumberUniqueId },
    dateAndTimes: [
      { type: 'SHIP', dateTime: ship },
      { type: 'ESTIMATED_DELIVERY', dateTime: '2029-01-01T00:00:00-06:00' },
    ],
  });

  it('use the newest ship date without scans, and report every older use', () => {
    const body = answerWith(use('old', '2025-01-02T00:00:00'), use('new', '2026-01-02'), use('odd', 'never'));
    expect(detailsIn(body)?.references).toEqual(['new']);
    expect(decoded(body).problems).toEqual([
      {
        kind: 'partial_answer',
        detail: expect.stringContaining('old, odd'),
        pointer: '/output/completeTrackResults/0/trackResults/0',
      },
    ]);
  });

  it('handle a very long history', () => {
    const endless = { ...use('old', '2025-01-02'), scanEvents: Array(150_000).fill({ eventType: 'IT' }) };
    expect(detailsIn(answerWith(endless, use('new', '2026-01-02')))?.references).toEqual(['new']);
  });

  it('treat results with the same id as one parcel', () => {
    const first = {
      trackingNumberInfo: { trackingNumberUniqueId: 'a' },
      scanEvents: [scan({ eventType: 'PU' })],
    };
    const second = { ...first, scanEvents: [scan({ eventType: 'AR' })] };
    const { shipments, problems } = decoded(answerWith(first, second));
    const events = shipments[0]?.facts.filter((fact) => fact.kind === 'event');
    expect([events?.length, problems]).toEqual([2, []]);
  });
});

describe('the retired SOAP service', () => {
  const reply = (detail: string) =>
    `<TrackReply><CompletedTrackDetails><TrackDetails>${detail}</TrackDetails></CompletedTrackDetails></TrackReply>`;
  const failing = (code: string) =>
    reply(
      `<Notification><Severity>ERROR</Severity><Code>${code}</Code></Notification><TrackingNumber>${number}</TrackingNumber>`,
    );

  it('distinguishes an unknown number from a failure', () => {
    expect(decoded(failing('9040'))).toMatchObject({
      shipments: [{ facts: [{ details: { answer: 'not_found' } }] }],
      problems: [],
    });
    const failed = decoded(failing('9045'));
    expect(failed.shipments).toEqual([]);
    expect(kinds(failed.problems)).toEqual([
      'carrier_error /TrackReply/CompletedTrackDetails/0/TrackDetails/0/Notification',
    ]);
  });

  it('reads details in the reply itself, and keeps the zeros of a code', () => {
    const body = `<TrackReply><TrackDetails><TrackingNumber>${number}</TrackingNumber><Events>
      <Timestamp>2012-03-01T09:00:00-06:00</Timestamp><EventType>DE</EventType>
      <StatusExceptionCode>007</StatusExceptionCode></Events></TrackDetails></TrackReply>`;
    expect(factsOf(body)).toMatchObject([
      { code: 'DE', subCode: '007', subStatus: 'attempt_failed.not_home' },
    ]);
  });

  it('reports a fault', () => {
    const fault =
      '<e:Envelope xmlns:e="x"><e:Body><e:Fault><faultcode>F1</faultcode></e:Fault></e:Body></e:Envelope>';
    expect(kinds(decoded(fault).problems)).toEqual(['carrier_error /TrackReply/Notifications/0']);
  });

  it('skips a byte order mark', () => {
    expect(decoded(`\uFEFF<?xml version="1.0"?>${failing('9040')}`).problems).toEqual([]);
  });

  it('does not expand entities', () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;">]>${reply('<TrackingNumber>&b;</TrackingNumber>')}`;
    expect(decoded(bomb)).toMatchObject({ shipments: [], problems: [{ kind: 'unreadable_payload' }] });
  });

  it('reports XML that is truncated, too deep or of another kind', () => {
    const bodies = [reply('x').slice(0, 40), '<a>'.repeat(500), '<html></html>', '<__proto__></__proto__>'];
    for (const body of bodies) {
      expect(decoded(body)).toMatchObject({ shipments: [], problems: [{ kind: 'unreadable_payload' }] });
    }
  });
});
