/** Text of the review page. */
export const reviewText = {
  title: 'Review',
  lead: 'What could not be read waits here for a person, the most frequent first.',
  none: 'Everything could be read. What cannot be read appears here.',
  entries: '{count, plural, one {# entry} other {# entries}}',
  replay: 'Read again',
  dismiss: 'Dismiss',
  replayed: '{count, plural, one {# message is} other {# messages are}} read again.',
  dismissed: '{count, plural, one {# entry} other {# entries}} dismissed.',
  first: 'first',
  last: 'last',
  samples: 'Entries',
} as const;
