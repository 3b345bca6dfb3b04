import { normaliseTrackingNumber } from '@milepost/domain';

/**
 * Names an event the same way wherever it is met: in what the load sent, on the live stream, in the record. Carriers write clocks to the second, so
 * what is finer is left off.
 */
export function eventKey(trackingNumber: string, occurredAtMs: number): string {
  return `${normaliseTrackingNumber(trackingNumber)} ${Math.floor(occurredAtMs / 1_000)}`;
}
