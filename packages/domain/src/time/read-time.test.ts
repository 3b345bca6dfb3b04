import { describe, expect, it } from 'vitest';
import { readDateAndTime, readDayFirstTime, readIsoTime, withUtcTwin, type ZoneHint } from './index.ts';

const amsterdam: ZoneHint = { zone: 'Europe/Amsterdam', source: 'carrier_default' };
const newYork: ZoneHint = { zone: 'America/New_York', source: 'place' };

/** [text, hints, local time, zone, source, precision, UTC] */
const isoCases: [string, (ZoneHint | null)[], string, string | null, string | null, string, string | null][] =
  [
    [
      '2025-12-04T07:16:00+11:00',
      [],
      '2025-12-04T07:16:00',
      '+11:00',
      'payload_offset',
      'second',
      '2025-12-03T20:16:00.000Z',
    ],
    [
      '2024-10-07T10:46:14+0200',
      [amsterdam],
      '2024-10-07T10:46:14',
      '+02:00',
      'payload_offset',
      'second',
      '2024-10-07T08:46:14.000Z',
    ],
    [
      '2024-10-07T10:46:14.123Z',
      [amsterdam],
      '2024-10-07T10:46:14',
      'UTC',
      'payload_utc',
      'second',
      '2024-10-07T10:46:14.000Z',
    ],
    [
      '2024-07-01T10:46',
      [amsterdam],
      '2024-07-01T10:46:00',
      'Europe/Amsterdam',
      'carrier_default',
      'minute',
      '2024-07-01T08:46:00.000Z',
    ],
    [
      '2024-01-01T10:46:00',
      [null, newYork, amsterdam],
      '2024-01-01T10:46:00',
      'America/New_York',
      'place',
      'second',
      '2024-01-01T15:46:00.000Z',
    ],
    [
      '2024-01-01T10:46:00',
      [{ zone: 'Mars/Olympus', source: 'place' }],
      '2024-01-01T10:46:00',
      null,
      null,
      'second',
      null,
    ],
    ['2024-01-01T10:46:00', [], '2024-01-01T10:46:00', null, null, 'second', null],
    ['2024-01-01', [amsterdam], '2024-01-01', 'Europe/Amsterdam', 'carrier_default', 'day', null],
    [
      '20240423091519',
      [newYork],
      '2024-04-23T09:15:19',
      'America/New_York',
      'place',
      'second',
      '2024-04-23T13:15:19.000Z',
    ],
  ];

describe('reading a time', () => {
  for (const [text, hints, localTime, zone, zoneSource, precision, utc] of isoCases) {
    it(`reads ${text} as ${utc ?? 'a local time without instant'} (${zoneSource ?? 'no zone'})`, () => {
      const time = readIsoTime(text, hints);
      const occurredAt = utc === null ? null : Date.parse(utc);
      expect(time).toEqual({ localTime, zone, zoneSource, precision, occurredAt });
    });
  }

  it('marks an hour that occurs twice in autumn as ambiguous and uses the earlier instant', () => {
    const time = readIsoTime('2025-10-26T02:30:00', [amsterdam]);
    expect(time?.ambiguous).toBe(true);
    expect(time?.occurredAt).toBe(Date.parse('2025-10-26T00:30:00Z'));
  });

  it('marks an hour that is skipped in spring as ambiguous and uses the later instant', () => {
    const time = readIsoTime('2025-03-30T02:30:00', [amsterdam]);
    expect(time?.ambiguous).toBe(true);
    expect(time?.occurredAt).toBe(Date.parse('2025-03-30T01:30:00Z'));
  });

  it('reads hours around a clock change correctly', () => {
    expect(readIsoTime('2025-10-26T01:59:00', [amsterdam])?.occurredAt).toBe(
      Date.parse('2025-10-25T23:59:00Z'),
    );
    expect(readIsoTime('2025-10-26T03:00:00', [amsterdam])?.occurredAt).toBe(
      Date.parse('2025-10-26T02:00:00Z'),
    );
  });

  for (const text of [
    '',
    'soon',
    '2024-02-31',
    '2024-13-01',
    '2024-01-01T25:00:00',
    '2024-01-01T10:61',
    '12:00',
  ]) {
    it(`returns null for ${JSON.stringify(text)}`, () => expect(readIsoTime(text)).toBeNull());
  }

  it('reads day-first times with milliseconds', () => {
    expect(readDayFirstTime('07-03-2018 23:22:56.326', [amsterdam])).toMatchObject({
      localTime: '2018-03-07T23:22:56',
      occurredAt: Date.parse('2018-03-07T22:22:56Z'),
    });
  });

  it('keeps a date without time as a date', () => {
    expect(readDateAndTime('20240423', null, [newYork])).toEqual({
      localTime: '2024-04-23',
      precision: 'day',
      zone: 'America/New_York',
      zoneSource: 'place',
      occurredAt: null,
    });
  });
});

describe('a local time with the same moment in UTC', () => {
  const local = readDateAndTime('20240423', '091519');
  const utc = readDateAndTime('20240423', '131519');
  const nonsense = readDateAndTime('20240425', '131501');

  it('gets the offset', () => {
    expect(local && utc && withUtcTwin(local, utc)).toMatchObject({
      zone: '-04:00',
      zoneSource: 'payload_offset',
      occurredAt: Date.parse('2024-04-23T13:15:19Z'),
    });
  });

  it('is unchanged if the two cannot be the same moment', () => {
    expect(local && nonsense && withUtcTwin(local, nonsense)).toEqual(local);
  });
});
