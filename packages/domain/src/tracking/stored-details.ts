import type { ShipmentDetails } from './fact.ts';
import {
  packTime,
  packWindow,
  type StoredTime,
  type StoredWindow,
  unpackTime,
  unpackWindow,
} from './stored-time.ts';

type Timed = 'estimatedDelivery' | 'promisedDelivery' | 'deliveredAt' | 'pickupBy';

/** The stored form of details: times are short arrays. */
export interface StoredDetails extends Omit<ShipmentDetails, Timed> {
  estimatedDelivery?: StoredWindow;
  promisedDelivery?: StoredWindow;
  deliveredAt?: StoredTime;
  pickupBy?: StoredTime;
}

/** Details → stored form. */
export function packDetails(details: ShipmentDetails): StoredDetails {
  const { estimatedDelivery, promisedDelivery, deliveredAt, pickupBy, ...rest } = details;
  const stored: StoredDetails = rest;
  if (estimatedDelivery) stored.estimatedDelivery = packWindow(estimatedDelivery);
  if (promisedDelivery) stored.promisedDelivery = packWindow(promisedDelivery);
  if (deliveredAt) stored.deliveredAt = packTime(deliveredAt);
  if (pickupBy) stored.pickupBy = packTime(pickupBy);
  return stored;
}

/** The inverse of packDetails. */
export function unpackDetails(stored: StoredDetails): ShipmentDetails {
  const { estimatedDelivery, promisedDelivery, deliveredAt, pickupBy, ...rest } = stored;
  const details: ShipmentDetails = rest;
  if (estimatedDelivery) details.estimatedDelivery = unpackWindow(estimatedDelivery);
  if (promisedDelivery) details.promisedDelivery = unpackWindow(promisedDelivery);
  if (deliveredAt) details.deliveredAt = unpackTime(deliveredAt);
  if (pickupBy) details.pickupBy = unpackTime(pickupBy);
  return details;
}
