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

/** The form in which details are stored: the same, with their times as short lists. */
export interface StoredDetails extends Omit<ShipmentDetails, Timed> {
  estimatedDelivery?: StoredWindow;
  promisedDelivery?: StoredWindow;
  deliveredAt?: StoredTime;
  pickupBy?: StoredTime;
}

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
