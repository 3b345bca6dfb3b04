import { z } from 'zod';
import { liveness, readiness } from './administration.ts';
import { route } from './route.ts';

export const serverRoutes = {
  live: route({
    operationId: 'live',
    method: 'GET',
    path: '/livez',
    tag: 'Server',
    summary: 'Is the process alive?',
    access: 'public',
    answers: { 200: { description: 'Yes.', schema: liveness } },
  }),
  ready: route({
    operationId: 'ready',
    method: 'GET',
    path: '/readyz',
    tag: 'Server',
    summary: 'Can requests be served?',
    access: 'public',
    answers: {
      200: { description: 'Yes.', schema: readiness },
      503: { description: 'No; the checks say why.', schema: readiness },
    },
  }),
  openapi: route({
    operationId: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    tag: 'Server',
    summary: 'This document',
    access: 'public',
    answers: {
      200: {
        description: 'OpenAPI 3.1.',
        schema: z.record(z.string(), z.unknown()).describe('OpenAPI 3.1.'),
      },
    },
  }),
  metrics: route({
    operationId: 'metrics',
    method: 'GET',
    path: '/metrics',
    tag: 'Server',
    summary: 'Metrics for Prometheus',
    access: 'public',
    answers: { 200: { description: 'Text exposition format.', type: 'text/plain' } },
  }),
} as const;
