import { z } from 'zod';
import { instant } from './fields.ts';

/**
 * `filling`: the past comes in. `catching_up`: the demo lives faster than the clock until it reaches the present. `live`: it has. `stopped`: no simulated
 * carrier runs here, as after a start without demo.
 */
export const demoPhases = ['filling', 'catching_up', 'live', 'stopped'] as const;
export type DemoPhase = (typeof demoPhases)[number];

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
    now: instant.describe('The present of the demo. Never later than the real one.'),
    speed: z
      .number()
      .describe('Its minutes for each real one: 60 while it catches up, then 1; 0 when stopped.'),
  })
  .describe('The clock of the simulated carriers.');

const demoProgress = z
  .strictObject({
    phase: z
      .enum(demoPhases)
      .describe(
        'filling: the past comes in; catching_up: faster than the clock; live: in the present; stopped: no carrier is simulated here.',
      ),
    done: z.int().describe('Shipments whose past is here.'),
    total: z.int().describe('Shipments that the past holds.'),
  })
  .describe('How far the demo is.');

const demoFault = z
  .strictObject({
    name: z.enum(demoFaultNames).describe('Name of the switch.'),
    title: z.string().describe('What goes wrong, in a few words.'),
    what: z.string().describe('What happens while it is on, and where it shows.'),
    isOn: z.boolean().describe('Whether it goes wrong now.'),
  })
  .describe('Something that can be made to go wrong.');

export const demoState = z
  .strictObject({
    isDemo: z.literal(true).describe('Always true: elsewhere there is no answer.'),
    clock: demoClock,
    progress: demoProgress,
    faults: z.array(demoFault).describe('The switches of this workspace.'),
  })
  .describe('How the demo of this workspace stands.');
export type DemoState = z.infer<typeof demoState>;

export const demoFaultGiven = z
  .strictObject({
    name: z
      .enum(demoFaultNames, { error: `Must be one of ${demoFaultNames.join(', ')}.` })
      .describe('Which.'),
    isOn: z.boolean().describe('On or off.'),
  })
  .describe('A switch of the demo.');

export const demoRemoval = z
  .strictObject({
    next: z
      .enum(['first_run', 'sign_in'])
      .describe(
        'first_run: nobody is left who could sign in, and the server prints an address for the first person; sign_in: others are there.',
      ),
  })
  .describe('What is left when the demo is gone.');
