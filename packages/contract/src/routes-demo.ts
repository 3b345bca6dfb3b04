import { z } from 'zod';
import { demoFaultGiven, demoRemoval, demoState } from './demo.ts';
import { route } from './route.ts';

const noParameters = z.strictObject({});

export const demoRoutes = {
  readDemo: route({
    operationId: 'readDemo',
    method: 'GET',
    path: '/v1/demo',
    tag: 'Demo',
    summary: 'Get the state of the demo',
    access: 'key',
    query: noParameters,
    responses: { 200: { description: 'The state of the demo.', schema: demoState } },
    problems: ['not_found'],
  }),
  switchDemoFault: route({
    operationId: 'switchDemoFault',
    method: 'POST',
    path: '/v1/demo/faults',
    tag: 'Demo',
    summary: 'Turn a simulated fault on or off',
    description:
      'Takes effect immediately for the simulated carriers of this workspace, until it is turned off or the server restarts.',
    access: 'accounts:write',
    query: noParameters,
    body: demoFaultGiven,
    responses: { 200: { description: 'The new state of the demo.', schema: demoState } },
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
      'Deletes every demo workspace with its people, keys and data. Other workspaces are kept. The key or session of the request becomes invalid.',
    access: 'workspaces:write',
    query: noParameters,
    responses: { 200: { description: 'Deleted.', schema: demoRemoval } },
    problems: ['not_found'],
  }),
} as const;
