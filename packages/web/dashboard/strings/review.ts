/** Text of the review page. */
export const reviewText = {
  title: 'Review',
  lead: 'Messages that could not be read, the most frequent cause first.',
  none: 'All messages could be read. Any that cannot will appear here.',
  entries: '{count, plural, one {# entry} other {# entries}}',
  replay: 'Process again',
  dismiss: 'Dismiss',
  replayed: '{count, plural, one {Processing # message} other {Processing # messages}} again.',
  dismissed: '{count, plural, one {# entry} other {# entries}} dismissed.',
  first: 'first',
  last: 'last',
  samples: 'Entries',
} as const;
