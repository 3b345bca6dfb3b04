/** Words of Carriers & feeds, Review and Settings. */
export const carriersText = {
  title: 'Carriers & feeds',
  lead: 'How each carrier account feeds us.',
  add: 'Add account',
  none: 'No carrier account yet. Add one, and its messages appear here.',
  states: { fresh: 'Fresh', late: 'Late', silent: 'Silent', failing: 'Failing', idle: 'Idle' },
  received: 'Last received',
  asked: 'Last asked',
  never: 'never',
  delay: 'Delay to us',
  events: 'Events in 24 h',
  unknown: 'Unknown codes',
  underWay: 'Under way',
  perHour: 'Events an hour',
  budget: 'Calls a day',
  hookCopied: 'Hook address copied. It is a secret: whoever knows it may try to push.',
  copyHook: 'Copy hook address',
  remove: 'Remove',
  removeTitle: 'Remove this account?',
  removeWords: 'Messages to its hook address are refused from then on. What it has told stays on record.',
  name: 'Name of the account',
  poll: 'Ask the carrier regularly about open shipments',
  adopt: 'Make shipments of numbers that nobody registered',
  cancel: 'Cancel',
  back: 'Back',
  done: 'Done',
  stepsLabel: 'Steps',
  steps: { choose: 'Carrier', fillIn: 'Credentials', check: 'First message' },
  ways: {
    both: 'pushes to us, and can be asked',
    pushes: 'pushes to us',
    asked: 'is asked by us',
    files: 'sends files',
  },
  enterHook:
    'Enter this address in the settings of {carrier}. It is a secret: whoever knows it may try to push.',
  asksByItself:
    'Nothing more is to be done: we ask this carrier by ourselves as soon as there is an open shipment.',
  signs: {
    waiting: 'Waiting for the first message. You may close this; the account stays.',
    received: 'The first message has come.',
    answered: 'The carrier has answered.',
    failing: 'It does not work yet.',
  },
} as const;

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

export const settingsText = {
  title: 'Settings',
  sections: { workspace: 'Workspace', people: 'People', keys: 'API keys', brand: 'Brand', account: 'You' },
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
} as const;

export const roleTitles = {
  admin: 'Admin',
  operations: 'Operations',
  customer_service: 'Customer service',
  account_manager: 'Account manager',
  viewer: 'Viewer',
} as const;
