import { createContext, useContext } from 'react';

/** Where something is drawn: outside any table, in the row that the keys speak of, or in another row. */
export type RowState = 'outside' | 'active' | 'other';

export const RowStateContext = createContext<RowState>('outside');

/** A table is one stop for Tab: only what stands in its active row can be reached from there. */
export function useTabIndex(): 0 | -1 {
  return useContext(RowStateContext) === 'other' ? -1 : 0;
}
