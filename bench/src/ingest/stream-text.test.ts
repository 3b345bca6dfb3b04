import { describe, expect, test } from 'vitest';
import { StreamText } from './stream-text.ts';

const change = (trackingNumber: string, ...instants: (string | null)[]) =>
  JSON.stringify({
    type: 'shipment.updated',
    writtenAt: '2026-03-01T10:00:01.000Z',
    trackingNumber,
    previous: { milestone: 'in_transit' },
    events: instants.map((occurredAt) => ({
      occurredAt,
      place: 'Utrecht',
      receivedAt: '2026-03-01T10:00:00.500Z',
    })),
  });
const message = (id: number, data: string) => `id: ${id}\nevent: shipment.updated\ndata: ${data}\n\n`;
const ten = Date.UTC(2026, 2, 1, 10);

describe('the stream of changes', () => {
  test('returns the tracking number and instant of each event', () => {
    const text = new StreamText();
    expect(
      text.read(message(7, change('A1', '2026-03-01T10:00:00.000Z', '2026-03-01T10:00:05.000Z'))),
    ).toEqual([
      { trackingNumber: 'A1', occurredAt: ten },
      { trackingNumber: 'A1', occurredAt: ten + 5_000 },
    ]);
    expect(text.lastId).toBe('7');
  });

  test('returns the same for every way to split the stream', () => {
    const whole =
      message(1, change('A1', '2026-03-01T10:00:00.000Z')) +
      ':\n\n' +
      message(2, change('B2', '2026-03-01T10:00:00.000Z'));
    for (let cut = 1; cut < whole.length; cut++) {
      const text = new StreamText();
      const seen = [...text.read(whole.slice(0, cut)), ...text.read(whole.slice(cut))];
      expect(seen.map((event) => event.trackingNumber)).toEqual(['A1', 'B2']);
      expect(text.lastId).toBe('2');
    }
  });

  test('returns no event for a change without events or without an instant', () => {
    const text = new StreamText();
    expect(text.read(message(1, change('A1')))).toEqual([]);
    expect(text.read(message(2, change('A1', null)))).toEqual([]);
  });

  test('ignores text that looks like a property', () => {
    const text = new StreamText();
    const data = JSON.stringify({
      text: '"trackingNumber":"X","occurredAt":"2020-01-01T00:00:00Z"',
      trackingNumber: 'A1',
      events: [],
    });
    expect(text.read(message(1, data))).toEqual([]);
  });

  test('drops a partial message after a lost connection', () => {
    const text = new StreamText();
    text.read('id: 4\ndata: {"trackingNumber":"A1","eve');
    text.forgetPartial();
    expect(text.read(message(4, change('A1', '2026-03-01T10:00:00.000Z')))).toHaveLength(1);
  });
});
