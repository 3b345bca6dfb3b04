import type { DemoFaultName } from '@milepost/contract';
import type { Faults } from '@milepost/simulator';

/** What a switch of the demo changes in the simulated carriers. */
export interface DemoFault {
  /** The affected carriers; null for all. */
  carriers: ReadonlySet<string> | null;
  on: Partial<Faults>;
  off: Partial<Faults>;
}

export const demoFaults: Readonly<Record<DemoFaultName, DemoFault>> = {
  silence: {
    carriers: new Set(['dhl-unified']),
    on: { silent: true },
    off: { silent: false },
  },
  duplicates: {
    carriers: null,
    on: { duplicates: true },
    off: { duplicates: false },
  },
  wrong_clocks: {
    carriers: new Set(['ups']),
    on: { clockErrorMinutes: -300 },
    off: { clockErrorMinutes: 0 },
  },
  outage: {
    carriers: null,
    on: { outage: true },
    off: { outage: false },
  },
  garbage: {
    carriers: null,
    on: { garbage: true },
    off: { garbage: false },
  },
  unknown_codes: {
    carriers: null,
    on: { unknownCodes: true },
    off: { unknownCodes: false },
  },
};
