import { createContext, useContext } from 'react';

/** Whether a component is outside a table, in the active row or in another row. */
export type RowState = 'outside' | 'active' | 'other';

export const RowStateContext = createContext<RowState>('outside');

/** A table is a single tab stop: only controls of its active row can be reached by Tab. */
export function useTabIndex(): 0 | -1 {
  return useContext(RowStateContext) === 'other' ? -1 : 0;
}
