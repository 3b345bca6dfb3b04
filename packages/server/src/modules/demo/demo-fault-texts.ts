import type { DemoFaultName } from '@milepost/contract';

/** The faults that a user can switch on in the demo: title, effect, and where it is visible. */
export const demoFaultTexts: Readonly<Record<DemoFaultName, { title: string; what: string }>> = {
  silence: {
    title: 'A carrier stops sending',
    what: 'DHL sends nothing. Its hours in Carriers & feeds stay empty, and after six hours it counts as late. When you switch this off, DHL sends everything it held back.',
  },
  duplicates: {
    title: 'Everything arrives twice',
    what: 'Each carrier that pushes sends every message twice. The repetition is counted and changes nothing.',
  },
  wrong_clocks: {
    title: 'A clock is wrong',
    what: 'UPS sends times that are five hours too early. New events of its shipments contradict earlier ones.',
  },
  outage: {
    title: 'Carrier APIs are down',
    what: 'Every carrier answers requests with a server error. The polled carriers, PostNL and GLS, are shown as failing in Carriers & feeds. Nothing is lost.',
  },
  garbage: {
    title: 'Unreadable messages arrive',
    what: 'With every push comes another, correctly signed one that is truncated or random. It is kept and waits in the review queue.',
  },
  unknown_codes: {
    title: 'Unknown codes arrive',
    what: 'Every second event has a code that is not in our tables. It is shown as unknown and waits in the review queue.',
  },
};
