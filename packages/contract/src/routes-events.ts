import { eventsQuery, recordedEvent, shipmentChange, streamQuery } from './events.ts';
import { route } from './route.ts';

export const eventRoutes = {
  exportEvents: route({
    operationId: 'exportEvents',
    method: 'GET',
    path: '/v1/events',
    tag: 'Events',
    summary: 'Export events',
    description:
      'One JSON document per line, in the order in which the events were recorded, which may differ from the order in which they happened. Every line has a cursor: send the last one as `after` to continue.',
    access: 'events:read',
    query: eventsQuery,
    responses: {
      200: {
        description: 'Events as newline-delimited JSON.',
        schema: recordedEvent,
        type: 'application/x-ndjson',
      },
    },
  }),
  stream: route({
    operationId: 'stream',
    method: 'GET',
    path: '/v1/stream',
    tag: 'Events',
    summary: 'Follow changes as they happen',
    description:
      'Server-sent events. Each message has an id; send the last one as Last-Event-ID or ?after= to continue without gaps or repetitions. A comment is sent every 15 seconds to keep the connection open. A client that reads too slowly is disconnected and can resume. With Accept-Encoding: gzip a busy stream is about ten times smaller.',
    access: 'shipments:read',
    query: streamQuery,
    headers: { 'Last-Event-ID': 'Id of the last received message.' },
    responses: {
      200: { description: 'Changes of shipments.', schema: shipmentChange, type: 'text/event-stream' },
    },
  }),
} as const;
