import { z } from 'zod';
import { liveness, readiness } from './administration.ts';
import { route } from './route.ts';

export const serverRoutes = {
  live: route({
    operationId: 'live',
    method: 'GET',
    path: '/livez',
    tag: 'Server',
    summary: 'Check that the process is alive',
    access: 'public',
    responses: { 200: { description: 'Alive.', schema: liveness } },
  }),
  ready: route({
    operationId: 'ready',
    method: 'GET',
    path: '/readyz',
    tag: 'Server',
    summary: 'Check that the server can serve requests',
    access: 'public',
    responses: {
      200: { description: 'Ready.', schema: readiness },
      503: { description: 'Not ready; see the checks.', schema: readiness },
    },
  }),
  openapi: route({
    operationId: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    tag: 'Server',
    summary: 'Get this OpenAPI document',
    access: 'public',
    responses: {
      200: {
        description: 'OpenAPI 3.1 document.',
        schema: z.record(z.string(), z.unknown()).describe('OpenAPI 3.1 document.'),
      },
    },
  }),
  metrics: route({
    operationId: 'metrics',
    method: 'GET',
    path: '/metrics',
    tag: 'Server',
    summary: 'Get metrics for Prometheus',
    access: 'public',
    responses: { 200: { description: 'Prometheus text exposition format.', type: 'text/plain' } },
  }),
} as const;
