import type { EventFact, Fact } from './fact.ts';

/** The form in which a fact is stored: the same, without what is null anyway. */
export type StoredFact = Partial<EventFact> | Fact;

const unsaid = {
  reason: null,
  party: null,
  code: null,
  subCode: null,
  text: null,
  place: null,
  carrierEventId: null,
  sequence: null,
  signedBy: null,
} as const satisfies Partial<EventFact>;

export function packFact(fact: Fact): StoredFact {
  if (fact.kind === 'details') return fact;
  const stored: Partial<EventFact> = { ...fact };
  // The keys of a const object are its own keys; TypeScript widens them to string.
  for (const part of Object.keys(unsaid) as (keyof typeof unsaid)[])
    if (stored[part] === null) delete stored[part];
  return stored;
}

/** The inverse of packFact; the value must come from it. */
export function unpackFact(stored: StoredFact): Fact {
  // packFact leaves out nothing but what is put back here.
  return stored.kind === 'event' ? ({ ...unsaid, ...stored } as EventFact) : (stored as Fact);
}
