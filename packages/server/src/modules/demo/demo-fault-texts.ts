import type { DemoFaultName } from '@milepost/contract';

/** What a person may let go wrong in the demo: what it is called, what happens, and where it shows. */
export const demoFaultTexts: Readonly<Record<DemoFaultName, { title: string; what: string }>> = {
  silence: {
    title: 'A carrier falls silent',
    what: 'DHL sends nothing. Its hours run empty in Carriers & feeds, and it counts as late after six of them. Switched off, it tells everything it kept back.',
  },
  duplicates: {
    title: 'Everything arrives twice',
    what: 'Each carrier that pushes sends every message twice. The second one is counted and changes nothing.',
  },
  wrong_clocks: {
    title: 'A clock is wrong',
    what: 'UPS sends the wall clock of five hours ago. New events of its shipments lie too early, and contradict what came before.',
  },
  outage: {
    title: 'Interfaces are down',
    what: 'Every carrier refuses our questions with a server error. Those that are asked, PostNL and GLS, turn to failing in Carriers & feeds; nothing is lost.',
  },
  garbage: {
    title: 'Noise comes in',
    what: 'Beside every push comes one that is cut short or plain noise, rightly signed. It is kept and waits in the review queue.',
  },
  unknown_codes: {
    title: 'Codes that nobody knows',
    what: 'Every second event carries a code that no table holds. It shows as unknown, hides nothing, and waits in the review queue.',
  },
};
