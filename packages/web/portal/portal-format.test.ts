import type { PortalArrival, PortalShipment } from '@milepost/contract';
import { describe, expect, it } from 'vitest';
import { accentsOf, contrastOf } from './brand-colours.ts';
import { calendarOf } from './calendar.ts';
import { chooseLanguage } from './choose-language.ts';
import { headlineOf } from './headline.ts';
import { type LanguageCode, languages } from './languages.ts';
import { formatPlace, formatRoute } from './page/place-format.ts';
import { translatorFor } from './translator.ts';

const expected = (changes: Partial<PortalArrival> = {}): PortalArrival => ({
  kind: 'expected',
  fromDay: '2026-03-05',
  toDay: '2026-03-05',
  fromTime: null,
  toTime: null,
  ...changes,
});

const shipment = (changes: Partial<PortalShipment> = {}): PortalShipment => ({
  trackingId: 'M0000000000',
  level: 'number',
  milestone: 'in_transit',
  today: '2026-03-04',
  arrival: expected(),
  hasPostcode: true,
  details: null,
  ...changes,
});

const hours = { fromTime: '10:00', toTime: '13:00' };
const delivered = expected({ kind: 'delivered', fromDay: '2026-03-03', toDay: '2026-03-03' });

describe('the headline', () => {
  it.each<[string, LanguageCode, Partial<PortalShipment>]>([
    ['Arrives tomorrow', 'en', {}],
    ['Arrives tomorrow, 10:00–13:00', 'en', { arrival: expected(hours) }],
    ['Arrives tomorrow, by 13:00', 'en', { arrival: expected({ toTime: '13:00' }) }],
    ['Arrives today', 'en', { today: '2026-03-05', milestone: 'out_for_delivery' }],
    ['Arrives Sunday 8 March', 'en', { arrival: expected({ fromDay: '2026-03-08', toDay: '2026-03-08' }) }],
    ['Arrives 5–7 March', 'en', { arrival: expected({ toDay: '2026-03-07' }) }],
    ['Arrives tomorrow', 'en', { arrival: expected({ fromDay: '2026-03-03' }) }],
    ['Later than planned', 'en', { today: '2026-03-06' }],
    // Out for delivery means today, whatever the estimate was.
    ['Arriving today', 'en', { today: '2026-03-06', milestone: 'out_for_delivery' }],
    // Out for delivery since yesterday: “today” is uncertain.
    ['On its way', 'en', { arrival: null, milestone: 'out_for_delivery', isOverdue: true }],
    ['Later than planned', 'en', { today: '2026-03-06', milestone: 'out_for_delivery', isOverdue: true }],
    ['On its way', 'en', { arrival: null }],
    // The problem is more important than the outdated day.
    ['There is a problem', 'en', { milestone: 'exception' }],
    ['Ready to collect', 'en', { milestone: 'available_for_pickup' }],
    ['Delivered yesterday', 'en', { milestone: 'delivered', arrival: delivered }],
    [
      'Delivered yesterday, 09:30',
      'en',
      { milestone: 'delivered', arrival: { ...delivered, fromTime: '09:30', toTime: '09:30' } },
    ],
    [
      'Kommt am Sonntag, 8. März',
      'de',
      { arrival: expected({ fromDay: '2026-03-08', toDay: '2026-03-08' }) },
    ],
    ['Komt morgen, 10:00–13:00', 'nl', { arrival: expected(hours) }],
    ['Dotrze jutro', 'pl', {}],
    ['يصل غدًا', 'ar', {}],
  ])('%s (%s)', (title, language, changes) => {
    const actual = headlineOf(shipment(changes), translatorFor(language)).title;
    // Some languages have thin spaces around the dash of a range.
    expect(actual.replaceAll(/[\u2009\u202f\u00a0 ]*–[\u2009\u202f\u00a0 ]*/g, '–')).toBe(title);
  });

  it('uses the plural forms of the language', () => {
    const many = (language: LanguageCode) =>
      [1, 2, 5, 11].map((count) => translatorFor(language).translate('parcelCount', { count }));
    expect(many('pl')).toEqual(['1 paczka', '2 paczki', '5 paczek', '11 paczek']);
    expect(many('ar')).toEqual(['طرد واحد', 'طردان', '5 طرود', '11 طردًا']);
  });
});

describe('the language', () => {
  it.each<[string, string | undefined, string | undefined, string | null]>([
    ['de', 'de', 'fr', 'nl'],
    ['fr', undefined, 'fr-CA, en;q=0.8', 'nl'],
    ['en', undefined, 'ja, en;q=0.2, de;q=0.1', 'nl'],
    ['pt', undefined, 'pt-BR', null],
    ['nl', undefined, 'ja', 'nl'],
    ['en', 'xx', undefined, null],
    ['es', 'constructor', 'es', null],
    ['it', undefined, 'de;q=0, it;q=nonsense, it;q=0.1', null],
  ])('is %s for ?lang=%s, Accept-Language %s and the sender’s %s', (language, wanted, header, fallback) => {
    expect(chooseLanguage(wanted, header, fallback)).toBe(language);
  });
});

describe('the sender’s colour', () => {
  it.each(['#ffff00', '#000000', '#ffffff', '#3350c4', '#ff6600', '#808080', '#00ff00', null])(
    '%s has enough contrast in both themes',
    (colour) => {
      const { light, dark } = accentsOf(colour);
      expect(contrastOf(light.ink, '#f2f3f4')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(dark.ink, '#1f2227')).toBeGreaterThanOrEqual(4.5);
      for (const { fill, onFill } of [light, dark])
        expect(contrastOf(fill, onFill)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('is unchanged if it has enough contrast', () => {
    expect(accentsOf('#3350c4').light.ink).toBe('#3350c4');
  });
});

describe('the calendar file', () => {
  const brand = {
    name: 'Tea; Coffee, Co',
    colour: null,
    hasLogo: false,
    support: { email: null, phone: null, url: null },
    note: null,
  };
  const addresses = {
    language: 'en',
    linkSuffix: '',
    script: null,
    nonce: '',
    publicUrl: 'https://m.example',
  };
  const fileFor = (changes: Partial<PortalShipment>, language: LanguageCode = 'en') =>
    calendarOf(
      { kind: 'shipment', shipment: shipment(changes), brand, version: '', linkExpired: false },
      addresses,
      {
        translator: translatorFor(language),
        stampedAt: Date.UTC(2026, 2, 4, 12),
      },
    );

  it('contains an all-day event with an exclusive end and escaped names', () => {
    const lines = (fileFor({}) ?? '').split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20260304T120000Z',
        'DTSTART;VALUE=DATE:20260305',
        'DTEND;VALUE=DATE:20260306',
        'SUMMARY:Parcel from Tea\\; Coffee\\, Co',
        'DESCRIPTION:https://m.example/t/M0000000000',
      ]),
    );
  });

  it.each([
    ['Tea\rATTENDEE:x', 'Tea\\nATTENDEE:x'],
    ['Tea\r\nATTENDEE:x', 'Tea\\nATTENDEE:x'],
    ['Tea\u2028ATTENDEE:x', 'Tea\\nATTENDEE:x'],
    ['Te\u0007a', 'Tea'],
  ])('escapes line breaks in the sender name %j', (name, written) => {
    const named = { ...brand, name };
    const page = {
      kind: 'shipment',
      shipment: shipment(),
      brand: named,
      version: '',
      linkExpired: false,
    } as const;
    const file = calendarOf(page, addresses, { translator: translatorFor('en'), stampedAt: 0 }) ?? '';
    expect(file.split(/[\r\n\u0085\u2028\u2029]+/)).toContain(`SUMMARY:Parcel from ${written}`);
  });

  it('folds lines at 75 bytes without losing text', () => {
    const file = fileFor({}, 'ar') ?? '';
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('طرد من Tea');
  });

  it('is null for a past, unknown or delivered day', () => {
    expect(fileFor({ today: '2026-03-06' })).toBeNull();
    expect(fileFor({ arrival: null })).toBeNull();
    expect(fileFor({ arrival: delivered, milestone: 'delivered' })).toBeNull();
  });
});

describe('a place', () => {
  const place = { name: 'Ghent', postcode: '9000', country: 'BE' };

  it('has the town as given and the country in the language of the page', () => {
    expect(formatPlace(place, languages.de)).toBe('Ghent, Belgien');
    expect(formatPlace({ ...place, name: null }, languages.nl)).toBe('België');
    expect(formatPlace({ ...place, country: null }, languages.nl)).toBe('Ghent');
  });

  it('keeps its direction in Arabic text', () => {
    expect(formatPlace(place, languages.ar)).toBe('\u2068Ghent\u2069، بلجيكا');
    expect(formatRoute(['a', 'b'], languages.ar)).toBe('a ← b');
  });
});
