/** Text of the demo bar. */
export const demoText = {
  label: 'Demo',
  name: 'Demo',
  clock: 'Time of the simulated carriers',
  speed: '{speed, number}×',
  stopped: 'The simulation is stopped: Milepost was started without the demo.',
  phases: { catching_up: 'catching up with the current time', live: 'carriers are simulated' },
  progress: '{done} of {total} shipments',
  faults: 'Simulated faults',
  faultsOn: '{count, plural, =0 {Simulate faults} one {# fault is on} other {# faults are on}}',
  remove: 'Remove demo',
  goes: 'The demo will be removed in a few seconds, with its people and all its data.',
} as const;
