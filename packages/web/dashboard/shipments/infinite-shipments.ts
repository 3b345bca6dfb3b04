import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { shipmentListQuery } from '../../api/queries.ts';

/** All loaded pages of a list as one array. A shipment that moved between pages appears once. */
export function useInfiniteShipments(options: ReturnType<typeof shipmentListQuery>) {
  const result = useInfiniteQuery(options);
  const { data } = result;
  const shipments = useMemo(() => {
    const all = (data?.pages ?? []).flatMap((page) => page.shipments);
    return [...new Map(all.map((shipment) => [shipment.id, shipment])).values()];
  }, [data]);
  return { ...result, shipments };
}
