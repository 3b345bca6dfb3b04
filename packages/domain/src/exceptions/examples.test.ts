import { describe, expect, it } from 'vitest';
import { milestoneOf } from '../taxonomy/index.ts';
import {
  confidenceOf,
  type EventFact,
  fold,
  identityAndRevisionOf,
  type RecordedFact,
} from '../tracking/index.ts';
import { exceptionRules } from './index.ts';
import type { ExampleEvent } from './rule-example.ts';

const certain = { mapping: 1, clock: 1, place: 1, source: 1, plausibility: 1 };

function factOf([time, subStatus]: ExampleEvent): RecordedFact {
  const occurredAt = Date.parse(time);
  const fact: EventFact = {
    kind: 'event',
    time: {
      localTime: new Date(occurredAt).toISOString().slice(0, 19),
      precision: 'second',
      zone: 'UTC',
      zoneSource: 'payload_utc',
      occurredAt,
    },
    milestone: milestoneOf(subStatus),
    subStatus,
    classifier: 'actual',
    origin: 'carrier',
    reason: null,
    party: null,
    code: subStatus,
    subCode: null,
    text: null,
    place: null,
    carrierEventId: null,
    sequence: null,
    signedBy: null,
    confidence: confidenceOf(certain),
  };
  const record = { source: 'postnl/poll', legId: 'leg', reading: 0, receivedAt: occurredAt };
  return { ...fact, ...identityAndRevisionOf(fact), ...record };
}

function subjectOf(events: readonly ExampleEvent[]) {
  const registeredAt = Date.parse(events[0]?.[0] ?? '');
  return { state: fold(events.map(factOf)), registeredAt };
}

it('each rule has its own code', () => {
  const codes = exceptionRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
});

describe.each(exceptionRules)('the example of $code', (rule) => {
  const { before, opensAt, closedBy } = rule.example;
  const openMs = Date.parse(opensAt);

  it('becomes due and holds at the stated time, and not earlier', () => {
    const subject = subjectOf(before);
    expect(new Date(rule.dueAt(subject) ?? 0)).toEqual(new Date(openMs));
    expect(rule.check(subject, openMs - 1)).toBeNull();
    expect(rule.check(subject, openMs)).not.toBeNull();
  });

  it('no longer holds after the stated event', () => {
    const subject = subjectOf([...before, closedBy]);
    expect(rule.dueAt(subject)).toBeNull();
    expect(rule.check(subject, Date.parse(closedBy[0]))).toBeNull();
  });
});
