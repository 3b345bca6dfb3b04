import { z } from 'zod';
import { demoFaultGiven, demoRemoval, demoState } from './demo.ts';
import { route } from './route.ts';

const nothing = z.strictObject({});

export const demoRoutes = {
  readDemo: route({
    operationId: 'readDemo',
    method: 'GET',
    path: '/v1/demo',
    tag: 'Demo',
    summary: 'See the clock and the switches of the demo',
    access: 'key',
    query: nothing,
    answers: { 200: { description: 'How it stands.', schema: demoState } },
    problems: ['not_found'],
  }),
  switchDemoFault: route({
    operationId: 'switchDemoFault',
    method: 'POST',
    path: '/v1/demo/faults',
    tag: 'Demo',
    summary: 'Let something go wrong, or right again',
    description:
      'Holds for the simulated carriers of this workspace, at once, until it is switched off or the server starts anew.',
    access: 'accounts:write',
    query: nothing,
    body: demoFaultGiven,
    answers: { 200: { description: 'How the demo stands now.', schema: demoState } },
    problems: ['not_found', 'demo_stopped'],
    example: { name: 'duplicates', isOn: true },
  }),
  removeDemo: route({
    operationId: 'removeDemo',
    method: 'DELETE',
    path: '/v1/demo',
    tag: 'Demo',
    summary: 'Remove the demo',
    description:
      'Every workspace of the demo goes in one step, with its people, keys and all that it left. Other workspaces stay. The key or session of the request ends with it.',
    access: 'workspaces:write',
    query: nothing,
    answers: { 200: { description: 'Removed.', schema: demoRemoval } },
    problems: ['not_found'],
  }),
} as const;
