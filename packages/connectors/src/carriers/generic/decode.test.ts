import { milestoneNames, milestoneOf, subStatusNames } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import type { DecodeContext } from '../../_kit/index.ts';
import { decode } from './decode.ts';

const context: DecodeContext = {
  gazetteer: { find: () => null },
  receivedAt: Date.parse('2026-06-01T00:00:00Z'),
};

function decodeEvents(...events: object[]) {
  const body = JSON.stringify({ trackingNumber: 'ABC-1', events });
  const { shipments, problems } = decode({ kind: 'webhook', body, contentType: null }, context);
  const facts = shipments.flatMap((shipment) => shipment.facts);
  return { events: facts.filter((fact) => fact.kind === 'event'), problems };
}

describe('the status of a generic event', () => {
  it('is any sub-status except those of unknown', () => {
    for (const status of subStatusNames.filter((name) => !name.startsWith('unknown.'))) {
      const { events, problems } = decodeEvents({ status, time: '2026-05-01' });
      expect([events[0]?.subStatus, problems]).toEqual([status, []]);
    }
  });

  it('is any milestone except unknown, and maps to a sub-status of it', () => {
    for (const status of milestoneNames.filter((name) => name !== 'unknown')) {
      const { events, problems } = decodeEvents({ status, time: '2026-05-01' });
      expect(events[0] && milestoneOf(events[0].subStatus)).toBe(status);
      expect(problems).toEqual([]);
    }
  });

  it('is reported by its own value and not by the code', () => {
    const { problems } = decodeEvents({ code: 'X1', status: 'flying', time: '2026-05-01' });
    expect(problems).toMatchObject([{ kind: 'unknown_code', code: 'flying' }]);
  });
});

describe('the code of a generic event', () => {
  const cases = [
    [{ code: 'X1', id: 'a' }, 'X1', 'a'],
    [{ code: 17, id: 4 }, '17', '4'],
    [{ code: '', id: '' }, 'delivered', null],
    [{}, 'delivered', null],
  ] as const;
  for (const [part, code, carrierEventId] of cases) {
    it(`is ${code} when ${JSON.stringify(part)} was sent`, () => {
      const { events } = decodeEvents({ status: 'delivered', time: '2026-05-01', ...part });
      expect(events).toMatchObject([{ code, carrierEventId }]);
    });
  }
});

describe('a file', () => {
  const line = '{"trackingNumber":"ABC-1"}';
  function problemsOf(body: string): string[] {
    const { problems } = decode({ kind: 'file', body, contentType: null }, context);
    return problems.map(({ kind, pointer }) => `${kind} ${pointer}`);
  }

  it('may have any line ending and a byte order mark', () => {
    expect(problemsOf(`\uFEFF${line}\r\n${line}\r\n\r\n`)).toEqual([]);
  });

  it('of broken JSON in many lines has one or two problems, not one for each line', () => {
    const pretty = JSON.stringify(
      { shipments: Array.from({ length: 50 }, () => ({ trackingNumber: 'ABC-1' })) },
      null,
      2,
    );
    expect(problemsOf(pretty.slice(0, -5))).toHaveLength(2);
  });

  it('with many bad lines reports the first ones and counts the rest', () => {
    const body = [line, ...Array.from({ length: 5_000 }, () => 'nonsense')].join('\n');
    const { problems } = decode({ kind: 'file', body, contentType: null }, context);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({
      pointer: 'line 102',
      detail: expect.stringContaining('4900 more lines'),
    });
  });

  it('is not read from a push', () => {
    const { problems } = decode({ kind: 'webhook', body: `${line}\n${line}`, contentType: null }, context);
    expect(problems).toMatchObject([{ kind: 'unreadable_payload', pointer: '' }]);
  });
});
