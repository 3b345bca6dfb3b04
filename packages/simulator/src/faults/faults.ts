/**
 * Faults that can be switched on and off for a carrier while the simulation runs, in addition to its fault
 * rates.
 */
export interface Faults {
  /** Reports nothing until switched off, then catches up. */
  silent: boolean;
  /** Sends every push twice. */
  duplicates: boolean;
  /** Shifts every wall clock by this many minutes. */
  clockErrorMinutes: number;
  /** Answers every poll with a server error. */
  outage: boolean;
  /** Sends noise beside every push. */
  garbage: boolean;
  /** Reports every second event of a parcel with a code that is in no code table. */
  unknownCodes: boolean;
}

export const noFaults: Faults = {
  silent: false,
  duplicates: false,
  clockErrorMinutes: 0,
  outage: false,
  garbage: false,
  unknownCodes: false,
};
