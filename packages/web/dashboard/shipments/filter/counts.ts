import { useIsFetching, useQuery } from '@tanstack/react-query';
import { shipmentCountQuery, shipmentListQuery } from '../../../api/queries.ts';
import type { ShipmentCountView } from '../../../api/views.ts';
import { filterOf, type ListState } from './list-state.ts';

/**
 * Counts of shipments, in total and by facet. Loaded after the rows, which matter more and use the same
 * database.
 */
export function useCounts(state: ListState): ShipmentCountView | undefined {
  const filter = filterOf(state);
  const waiting = useIsFetching({
    queryKey: shipmentListQuery(filter).queryKey,
    exact: true,
    predicate: ({ state: { data } }) => data === undefined,
  });
  return useQuery({ ...shipmentCountQuery(filter), enabled: waiting === 0 }).data;
}
