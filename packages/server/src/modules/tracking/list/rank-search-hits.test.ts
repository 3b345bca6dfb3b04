import { describe, expect, it } from 'vitest';
import { rankSearchHits, type SearchSubject } from './rank-search-hits.ts';

const anneke: SearchSubject = {
  id: '01',
  trackingId: 'M0123456789AB',
  trackingNumber: '3SABCD1234567',
  references: ['ORDER-1042', 'Łódź/7'],
  recipientName: 'Anneke Müller',
  recipientEmail: 'a.smit@home.example',
  destinationPostcode: '3511 LX',
  codes: ['3sabcd1234567', 'm0123456789ab', 'order1042', 'lodz7', 'jvgl0000999'],
};

const why = (typed: string, subject = anneke, seesEmail = true) =>
  rankSearchHits(typed, [subject], { seesEmail }).map(({ matched, quality, value }) => [
    matched,
    quality,
    value,
  ]);

describe('why a shipment was found', () => {
  it.each([
    ['3s abcd 1234567', 'tracking_number', 'exact', '3SABCD1234567'],
    ['3sab', 'tracking_number', 'begins', '3SABCD1234567'],
    ['234567', 'tracking_number', 'contains', '3SABCD1234567'],
    ['0999', 'tracking_number', 'contains', 'JVGL0000999'],
    ['m0123456789ab', 'tracking_id', 'exact', 'M0123456789AB'],
    ['order1042', 'reference', 'exact', 'ORDER-1042'],
    ['lodz-7', 'reference', 'exact', 'Łódź/7'],
    ['müller', 'name', 'exact', 'Anneke Müller'],
    ['MULLER anneke', 'name', 'exact', 'Anneke Müller'],
    ['mul', 'name', 'begins', 'Anneke Müller'],
    ['mulelr', 'name', 'similar', 'Anneke Müller'],
    ['anneke 3511', 'name', 'exact', 'Anneke Müller'],
    ['a.smit@home.example', 'email', 'exact', 'a.smit@home.example'],
    ['smit', 'email', 'exact', 'a.smit@home.example'],
    ['3511lx', 'postcode', 'exact', '3511 LX'],
  ])('for "%s" is its %s, %s', (typed, matched, quality, value) => {
    expect(why(typed)).toEqual([[matched, quality, value]]);
  });

  it('is never an e-mail address that the reader may not see', () => {
    expect(why('smit', anneke, false)).toEqual([]);
    expect(why('a.smit@home.example', anneke, false)).toEqual([]);
    expect(why('muller', anneke, false)).toEqual([['name', 'exact', 'Anneke Müller']]);
  });
});

it('ranks by quality, then newest first', () => {
  const named = (id: string, recipientName: string): SearchSubject => ({ ...anneke, id, recipientName });
  const subjects = [named('1', 'Jansens'), named('2', 'Jansen'), named('3', 'Jensen'), named('4', 'Jansen')];
  const ranked = rankSearchHits('jansen', subjects, { seesEmail: true });
  expect(ranked.map(({ subject }) => subject.id)).toEqual(['4', '2', '1', '3']);
});
