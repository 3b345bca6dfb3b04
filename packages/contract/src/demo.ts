import { z } from 'zod';
import { instant } from './fields.ts';

/**
 * `filling`: the past comes in. `catching_up`: the demo lives faster than the clock until it reaches the
 * present. `live`: it has. `stopped`: no simulated carrier runs here, as after a start without demo.
 */
export const demoPhases = ['filling', 'catching_up', 'live', 'stopped'] as const;
export type DemoPhase = (typeof demoPhases)[number];

/** The faults that the simulated carriers can have. */
export const demoFaultNames = [
  'silence',
  'duplicates',
  'wrong_clocks',
  'outage',
  'garbage',
  'unknown_codes',
] as const;
export type DemoFaultName = (typeof demoFaultNames)[number];

const demoClock = z
  .strictObject({
    now: instant.describe('The current time of the demo. Never later than the real time.'),
    speed: z.number().describe('Speed relative to real time: 60 while it catches up, then 1; 0 if stopped.'),
  })
  .describe('The clock of the simulated carriers.');

const demoProgress = z
  .strictObject({
    phase: z
      .enum(demoPhases)
      .describe(
        'filling: history is being loaded; catching_up: running faster than real time; live: at the current time; stopped: no carriers are simulated.',
      ),
    done: z.int().describe('Shipments whose history is loaded.'),
    total: z.int().describe('Shipments with a history in total.'),
  })
  .describe('Progress of the demo.');

const demoFault = z
  .strictObject({
    name: z.enum(demoFaultNames).describe('Name of the fault.'),
    title: z.string().describe('Short title.'),
    what: z.string().describe('What happens while it is on, and where it is visible.'),
    isOn: z.boolean().describe('Whether the fault is on.'),
  })
  .describe('A simulated fault.');

export const demoState = z
  .strictObject({
    isDemo: z.literal(true).describe('Always true; other workspaces return 404.'),
    clock: demoClock,
    progress: demoProgress,
    faults: z.array(demoFault).describe('The simulated faults of this workspace.'),
  })
  .describe('State of the demo of this workspace.');
export type DemoState = z.infer<typeof demoState>;

export const demoFaultGiven = z
  .strictObject({
    name: z
      .enum(demoFaultNames, { error: `Must be one of ${demoFaultNames.join(', ')}.` })
      .describe('Name of the fault.'),
    isOn: z.boolean().describe('Whether the fault is on.'),
  })
  .describe('Turns a simulated fault on or off.');

export const demoRemoval = z
  .strictObject({
    next: z
      .enum(['first_run', 'sign_in'])
      .describe(
        'first_run: no user is left, and the server prints the URL for creating the first account; sign_in: other users exist.',
      ),
  })
  .describe('The next step after removing the demo.');
