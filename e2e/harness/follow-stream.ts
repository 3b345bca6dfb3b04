import type { ServerProcess } from './server-process.ts';

/** One message of the live stream, with its id. */
export interface StreamedChange {
  id: string;
  type: string;
  sequence: number;
  shipmentId: string;
  trackingNumber: string;
  milestone: string;
}

export interface StreamFollower {
  changes: StreamedChange[];
  stop(): Promise<void>;
}

/**
 * Reads the server-sent events from now on, or after the id `after`. Resolves when the server has answered.
 */
export async function followStream(server: ServerProcess, after?: string): Promise<StreamFollower> {
  const aborting = new AbortController();
  const query = after === undefined ? '' : `?after=${after}`;
  const answer = await fetch(`${server.url}/v1/stream${query}`, {
    headers: { authorization: `Bearer ${server.key()}`, accept: 'text/event-stream' },
    signal: aborting.signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`The stream was answered with ${answer.status}.`);
  const changes: StreamedChange[] = [];
  const reading = read(answer.body, changes).catch(() => undefined);
  return {
    changes,
    async stop() {
      aborting.abort();
      await reading;
    },
  };
}

async function read(body: ReadableStream<Uint8Array>, changes: StreamedChange[]): Promise<void> {
  let rest = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const messages = (rest + chunk).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const fields = new Map(
        message
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      );
      const data = fields.get('data');
      if (data !== undefined) changes.push({ ...JSON.parse(data), id: fields.get('id') });
    }
  }
}
