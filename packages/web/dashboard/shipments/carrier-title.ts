import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AnswerOf } from '../../api/operation.ts';
import { carriersQuery } from '../../api/queries.ts';

/** Display name of a carrier. Returns its id until the list of carriers is loaded. */
export function useCarrierTitle(given?: AnswerOf<'GET /v1/carriers'>): (name: string) => string {
  const { data = given } = useQuery(carriersQuery);
  return useCallback(
    (name) => data?.carriers.find((carrier) => carrier.name === name)?.title ?? name,
    [data],
  );
}
