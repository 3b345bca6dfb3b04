import { createContext, useContext } from 'react';

/** Where something is drawn: outside any table, in the row that the keys speak of, or in another row. */
export type RowStanding = 'outside' | 'active' | 'other';

export const RowStandingContext = createContext<RowStanding>('outside');

/** A table is one stop for Tab: only what stands in its active row can be reached from there. */
export function useTabIndex(): 0 | -1 {
  return useContext(RowStandingContext) === 'other' ? -1 : 0;
}
