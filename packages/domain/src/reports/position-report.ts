import type { GeoPoint } from '../place/place.ts';

/** One position of a vehicle or device. Filled by connectors of the kind `fleet`. */
export interface PositionReport {
  deviceId: string;
  point: GeoPoint;
  /** Radius within which the device is; null when it is not in the message. */
  accuracyMeters: number | null;
  /** When the position was measured, which may be hours before it was sent. Milliseconds since 1970 UTC. */
  measuredAt: number;
}
