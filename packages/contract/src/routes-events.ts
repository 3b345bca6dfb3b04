import { eventsQuery, recordedEvent, shipmentChange, streamQuery } from './events.ts';
import { route } from './route.ts';

export const eventRoutes = {
  exportEvents: route({
    operationId: 'exportEvents',
    method: 'GET',
    path: '/v1/events',
    tag: 'Events',
    summary: 'Export the record of events',
    description:
      'One JSON document a line, in the order in which the events were recorded, which is not the order in which they happened. Every line carries its cursor: keep the last one and go on behind it.',
    access: 'events:read',
    query: eventsQuery,
    answers: {
      200: { description: 'Lines of events.', schema: recordedEvent, type: 'application/x-ndjson' },
    },
  }),
  stream: route({
    operationId: 'stream',
    method: 'GET',
    path: '/v1/stream',
    tag: 'Events',
    summary: 'Follow changes as they happen',
    description:
      'Server-sent events. Each message has an id; give the last one as Last-Event-ID or ?after= to go on behind it without gap or repetition. A comment every 15 seconds shows that the line is open. A client that reads too slowly is cut off and may resume. Send Accept-Encoding: gzip if you can unpack as it comes: a busy stream is then a tenth as large.',
    access: 'shipments:read',
    query: streamQuery,
    headers: { 'Last-Event-ID': 'Id of the last message you have seen.' },
    answers: {
      200: { description: 'Changes of shipments.', schema: shipmentChange, type: 'text/event-stream' },
    },
  }),
} as const;
