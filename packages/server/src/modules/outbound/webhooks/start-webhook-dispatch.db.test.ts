import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/database/index.ts';
import { openHttpClient } from '../../../platform/outside/open-http-client.ts';
import { createSecrets } from '../../../platform/secrets/secrets.ts';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { dispatchOnce } from './start-webhook-dispatch.ts';

const secret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
const secrets = createSecrets(Buffer.alloc(32, 1));

interface Received {
  id: string;
  body: { type: string; data: { trackingNumber: string; subStatus: string; sequence: number } };
}

forEachEngine((_engine, database) => {
  let world: ToyWorld;
  let server: Server;
  let received: Received[] = [];
  let refusals = 0;
  const client = openHttpClient({ allowPrivateAddresses: true, timeoutMs: 2_000, answerBytesMax: 10_000 });
  const tools = { http: client.call, secrets, now: () => Date.now(), onFailure: () => undefined };
  const dispatch = async (): Promise<void> => {
    while ((await dispatchOnce(database(), tools)) > 0);
  };

  beforeAll(async () => {
    world = await makeToyWorld(database());
    server = createServer(async (request, response) => {
      const body = await bodyOf(request);
      if (refusals > 0) {
        refusals -= 1;
        response.writeHead(503).end();
        return;
      }
      // A receiver that verifies with the public Standard Webhooks library.
      received.push({
        id: String(request.headers['webhook-id']),
        body: new Webhook(secret).verify(body, headersOf(request)) as Received['body'],
      });
      response.writeHead(204).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo; // Listening on TCP, the address has a port.
    await addEndpoint(database(), world.workspaceId, `http://127.0.0.1:${port}/hook`);
  });
  afterAll(async () => {
    await client.close();
    server.close();
  });
  beforeEach(() => {
    received = [];
  });

  it('sends every change once, signed by Standard Webhooks', async () => {
    await world.register('W1');
    await world.sendEvent('W1', 'in_transit.accepted', '2026-03-01T10:00:00Z');
    await world.processInbox();
    await dispatch();
    await dispatch();
    expect(received.map(({ body }) => [body.type, body.data.subStatus, body.data.sequence])).toEqual([
      ['shipment.created', 'pending.registered', 1],
      ['shipment.updated', 'in_transit.accepted', 2],
    ]);
  });

  it('retries after a refusal with the same id', async () => {
    await world.register('W2');
    refusals = 1;
    await dispatch();
    expect(received).toEqual([]);
    const [waiting] = await database().query<{ position: number; attempts: number; failure: string }>(
      'select outbox_position as position, attempts, last_failure as failure from webhook_delivery where delivered_at is null',
    );
    expect(waiting).toMatchObject({ attempts: 1, failure: 'The endpoint answered 503.' });
    await database().query('update webhook_delivery set next_attempt_at = now() where delivered_at is null');
    await dispatch();
    expect(received.map(({ id }) => id)).toEqual([`msg_${waiting?.position}`]);
  });

  it('sends no change of another workspace', async () => {
    const other = await makeToyWorld(database());
    await other.register('W3');
    await dispatch();
    expect(received).toEqual([]);
  });
});

async function addEndpoint(database: Database, workspaceId: string, url: string): Promise<void> {
  const id = v7();
  await database.query(
    'insert into webhook_endpoint (id, workspace_id, url, secret_sealed, cursor) values ($1, $2, $3, $4, 0)',
    [id, workspaceId, url, secrets.seal(secret, `webhook_endpoint ${id}`)],
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  // Without an encoding, a request yields buffers.
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}
