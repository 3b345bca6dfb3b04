/** What an operator of the simulation can switch on and off for a carrier while it runs, on top of its unruliness. */
export interface Faults {
  /** Tells nothing until switched off; then it catches up. */
  silent: boolean;
  /** Sends every push twice. */
  duplicates: boolean;
  /** Shifts every wall clock by so many minutes; 0 is right. */
  clockErrorMinutes: number;
  /** Answers every poll with a server error. */
  outage: boolean;
  /** Sends noise beside every push. */
  garbage: boolean;
  /** Every second thing that happens to a parcel is told with a code that no table knows. */
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
