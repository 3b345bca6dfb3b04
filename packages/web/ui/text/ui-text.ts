/** Text of the shared components. */
export const uiText = {
  close: 'Close',
  undo: 'Undo',
  tryAgain: 'Try again',
  messages: 'Messages',
  details: 'Details',
  selectAll: 'Select all rows that are loaded',
  selectRow: (row: number) => `Select row ${row}`,
  filter: 'Filter',
  addFilter: 'Add a filter',
  removeFilter: (name: string) => `Remove filter ${name}`,
  find: 'Find anything',
  findHint: 'Number, order, name, page …',
  results: 'Results',
  openWhy: (status: string) => `${status}: why?`,
  why: (status: string) => `Why ${status}`,
  journey: 'Journey',
  from: 'From',
  to: 'To',
  handOver: 'Handover',
  noPlace: 'No place given',
  allDay: 'all day',
  evidence: (percent: number, sources: number) =>
    `Why · ${percent} % sure · ${sources === 1 ? '1 source' : `${sources} sources`}`,
  classifiers: { planned: 'planned', estimated: 'estimated' },
  trend: (name: string, first: number, last: number, highest: number) =>
    `${name}: from ${first} to ${last}, highest ${highest}`,
} as const;
