import { normaliseTrackingNumber } from '@milepost/domain';

/**
 * The key of an event in the load, on the live stream and in the record. Carriers send whole seconds, so
 * fractions are dropped.
 */
export function eventKey(trackingNumber: string, occurredAtMs: number): string {
  return `${normaliseTrackingNumber(trackingNumber)} ${Math.floor(occurredAtMs / 1_000)}`;
}
