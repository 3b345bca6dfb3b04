/** Text of the demo bar. */
export const demoText = {
  label: 'Demo',
  name: 'Demo',
  clock: 'The present of the simulated carriers',
  speed: '{speed, number}×',
  stopped: 'The simulated carriers stand still: Milepost was started without its demo.',
  phases: { catching_up: 'catching up with the present', live: 'carriers are simulated' },
  progress: '{done} of {total} shipments',
  faults: 'What goes wrong',
  faultsOn: '{count, plural, =0 {Let something go wrong} one {# fault is on} other {# faults are on}}',
  remove: 'Remove demo',
  goes: 'The demo goes in a few seconds, with its people and everything in it.',
} as const;
