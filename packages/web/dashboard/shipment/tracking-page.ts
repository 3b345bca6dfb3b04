import { useQuery } from '@tanstack/react-query';
import { carriersQuery } from '../../api/queries.ts';
import type { ShipmentView } from '../../api/views.ts';

/** URL of the carrier's tracking page, null if the carrier has none. */
export function useTrackingPage({ carrier, trackingNumber }: ShipmentView): string | null {
  const { data } = useQuery(carriersQuery);
  const pattern = data?.carriers.find(({ name }) => name === carrier)?.trackingPage ?? null;
  return pattern?.replace('{number}', encodeURIComponent(trackingNumber)) ?? null;
}
