import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedPush {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  /** Without a path. */
  url: string;
  received: ReceivedPush[];
  /** Closes every connection and continues to listen. */
  breakConnections(): void;
  close(): Promise<void>;
}

/** A local receiver of pushes. `answer` decides each answer; by default everything is accepted. */
export async function startReceiver(
  answer: (push: ReceivedPush) => { status: number; retryAfter?: string } = () => ({ status: 200 }),
): Promise<Receiver> {
  const received: ReceivedPush[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const push = { path: request.url ?? '', headers: request.headers, body };
      const { status, retryAfter } = answer(push);
      if (status < 300) received.push(push);
      if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
      response.writeHead(status, { 'content-length': 2 }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The address of a TCP server is never the name of a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    breakConnections: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
