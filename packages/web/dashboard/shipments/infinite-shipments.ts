import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { shipmentListQuery } from '../../api/queries.ts';

/** A list of shipments as one row of rows; each shipment once, also while pages move. */
export function useInfiniteShipments(options: ReturnType<typeof shipmentListQuery>) {
  const result = useInfiniteQuery(options);
  const { data } = result;
  const shipments = useMemo(() => {
    const all = (data?.pages ?? []).flatMap((page) => page.shipments);
    return [...new Map(all.map((shipment) => [shipment.id, shipment])).values()];
  }, [data]);
  return { ...result, shipments };
}
