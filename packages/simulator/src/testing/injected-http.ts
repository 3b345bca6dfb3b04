import type { HttpCall } from '@milepost/connectors';
import type { FastifyInstance } from 'fastify';

/** An HTTP client for a connector whose requests go to this server, without a socket. */
export function injectedHttp(app: FastifyInstance): HttpCall {
  return async ({ method, url, headers = {}, body }) => {
    const answer = await app.inject({ method, url, headers, ...(body !== undefined && { payload: body }) });
    const type = String(answer.headers['content-type']);
    return { status: answer.statusCode, headers: { 'content-type': type }, body: answer.body };
  };
}
