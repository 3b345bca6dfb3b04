/**
 * How often each fault occurs, as a rate from 0 to 1. Faults of a report are a share of all reports, faults
 * of a carrier a share of the time.
 */
export interface FaultRates {
  /** The same push is sent again, seconds to hours later. */
  repeat: number;
  /** Two reports of a parcel change places. */
  reorder: number;
  /** The report is hours late. */
  delay: number;
  /** The first push is lost and sent again later. */
  drop: number;
  /** The wall clock is that of another zone. */
  wrongClock: number;
  /** A push of broken JSON or noise is sent in addition. */
  garbage: number;
  /** The code is in no code table. */
  unknownCode: number;
  /** Share of the time in which the carrier reports nothing. It catches up afterwards. */
  silence: number;
  /** Share of the time in which polls are answered with a server error. */
  outage: number;
}

export const faultRatePresets = {
  none: {
    repeat: 0,
    reorder: 0,
    delay: 0,
    drop: 0,
    wrongClock: 0,
    garbage: 0,
    unknownCode: 0,
    silence: 0,
    outage: 0,
  },
  normal: {
    repeat: 0.03,
    reorder: 0.02,
    delay: 0.02,
    drop: 0.01,
    wrongClock: 0.005,
    garbage: 0.001,
    unknownCode: 0.003,
    silence: 0.01,
    outage: 0.01,
  },
  heavy: {
    repeat: 0.25,
    reorder: 0.15,
    delay: 0.1,
    drop: 0.1,
    wrongClock: 0.05,
    garbage: 0.03,
    unknownCode: 0.03,
    silence: 0.1,
    outage: 0.1,
  },
} as const satisfies Record<string, FaultRates>;

export type FaultRatePreset = keyof typeof faultRatePresets;

export function faultRatesOf(chosen: FaultRatePreset | FaultRates): FaultRates {
  return typeof chosen === 'string' ? faultRatePresets[chosen] : chosen;
}
