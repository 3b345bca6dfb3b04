import { recordedEvent, shipmentChange } from '@milepost/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';
import type { OutboxItem } from '../outbox-item.ts';
import { changesAfter, forgetChangesBefore } from '../store/changes.ts';

interface Message {
  id: string;
  event: string | null;
  data: { trackingNumber: string; sequence: number; milestone: string };
}

/** Reads server-sent events as a client does and keeps all of them. */
class Listener {
  readonly messages: Message[] = [];
  readonly comments: string[] = [];
  hasEnded = false;
  encoding: string | null = null;
  readonly #abort = new AbortController();

  constructor(url: string, headers: Record<string, string>) {
    void this.#read(url, headers)
      .catch(() => undefined)
      .finally(() => {
        this.hasEnded = true;
      });
  }

  stop(): void {
    this.#abort.abort();
  }

  async #read(url: string, headers: Record<string, string>): Promise<void> {
    const answer = await fetch(url, { headers, signal: this.#abort.signal });
    this.encoding = answer.headers.get('content-encoding');
    let rest = '';
    for await (const text of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const parts = (rest + text).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#receive(part);
    }
  }

  #receive(part: string): void {
    const fieldOf = (name: string) =>
      part
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const data = fieldOf('data');
    if (data === undefined) this.comments.push(part);
    else
      this.messages.push({
        id: fieldOf('id') ?? '',
        event: fieldOf('event') ?? null,
        data: JSON.parse(data),
      });
  }
}

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let url: string;
  const listeners: Listener[] = [];
  let serial = 0;

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    url = await world.listen();
  });
  afterAll(async () => {
    for (const listener of listeners) listener.stop();
    await world.app.close();
  });

  const listen = (query = '', headers: Record<string, string> = {}): Listener => {
    const listener = new Listener(`${url}/v1/stream${query}`, {
      authorization: `Bearer ${world.key}`,
      ...headers,
    });
    listeners.push(listener);
    return listener;
  };
  const numbersOf = (listener: Listener) => listener.messages.map((message) => message.data.trackingNumber);
  const change = async (count: number): Promise<string[]> => {
    const numbers = Array.from({ length: count }, () => `TOY1S${++serial}`);
    const shipments = numbers.map((trackingNumber) => ({ carrier: 'toy', trackingNumber }));
    await world.ask('POST', '/v1/shipments/batch', { body: { shipments } });
    return numbers;
  };
  const publish = () => world.live.publishNew(world.toy.workspaceId);
  const anyChange = async (): Promise<OutboxItem> => {
    await change(1);
    const [item] = await changesAfter(database(), world.toy.workspaceId, 0, 1);
    if (!item) throw new Error('A change was just made.');
    return item;
  };
  const connected = (listener: Listener) =>
    vi.waitFor(() => expect(listener.comments.length).toBeGreaterThan(0));

  describe('the stream', () => {
    it('starts with new changes, each message valid by the contract', async () => {
      await change(2);
      const listener = listen();
      await connected(listener);
      const numbers = await change(3);
      await publish();
      await vi.waitFor(() => expect(numbersOf(listener)).toEqual(numbers));
      for (const message of listener.messages) shipmentChange.parse(message.data);
    });

    it('sends missed and new changes without gap and without repetition', async () => {
      const first = listen();
      await connected(first);
      const before = await change(1);
      await publish();
      await vi.waitFor(() => expect(numbersOf(first)).toEqual(before));
      first.stop();
      const missed = await change(30);
      const lastId = first.messages.at(-1)?.id ?? '';
      const again = listen('', { 'last-event-id': lastId });
      const meanwhile = await change(30);
      await publish();
      const after = await change(5);
      await publish();
      await vi.waitFor(() => expect(numbersOf(again)).toEqual([...missed, ...meanwhile, ...after]), 5_000);
      const byAddress = listen(`?after=${lastId}`);
      await vi.waitFor(
        () => expect(numbersOf(byAddress)).toEqual([...missed, ...meanwhile, ...after]),
        5_000,
      );
    });

    it('sends compressed and plain clients the same, whenever they connected', async () => {
      const plain = listen('', { 'accept-encoding': 'identity' });
      const early = listen('', { 'accept-encoding': 'gzip' });
      await Promise.all([connected(plain), connected(early)]);
      const first = await change(2);
      await publish();
      await vi.waitFor(() => expect(numbersOf(early)).toEqual(first));
      const late = listen('', { 'accept-encoding': 'gzip' });
      await connected(late);
      const second = await change(3);
      await publish();
      await vi.waitFor(() => expect(numbersOf(late)).toEqual(second), 5_000);
      await vi.waitFor(() => expect(numbersOf(early)).toEqual([...first, ...second]));
      await vi.waitFor(() => expect(plain.messages).toEqual(early.messages));
      expect([plain.encoding, early.encoding, late.encoding]).toEqual([null, 'gzip', 'gzip']);
    });

    it('misses no change written before the live stream registered the listener', async () => {
      const listener = listen();
      await connected(listener);
      const numbers = await change(4);
      // Nothing is published: the stream has to read by itself, as when its subscription took effect a moment
      // too late.
      await vi.waitFor(() => expect(numbersOf(listener)).toEqual(numbers), 5_000);
    });

    it('sends only what the filters select', async () => {
      const [one = '', two = ''] = await change(2);
      const { id } = (await world.ask('GET', `/v1/shipments?trackingNumber=${one}`)).json().shipments[0];
      const [ofOne, delivered] = [listen(`?shipmentId=${id}&after=0`), listen('?milestone=delivered')];
      await connected(delivered);
      await world.toy.sendEvent(one, 'in_transit.accepted', '2026-03-01T10:00:00Z');
      await world.toy.sendEvent(two, 'delivered.handed_over', '2026-03-01T10:00:00Z');
      await world.toy.processInbox();
      await publish();
      await vi.waitFor(() => expect(numbersOf(delivered)).toEqual([two]), 5_000);
      await vi.waitFor(
        () => expect(ofOne.messages.map((message) => message.data.sequence)).toEqual([1, 2]),
        5_000,
      );
      expect(new Set(numbersOf(ofOne))).toEqual(new Set([one]));
    });

    it('sends keep-alive comments and ends when the key is revoked', async () => {
      const { id, secret } = (
        await world.ask('POST', '/v1/keys', { body: { name: 'Short', scopes: ['shipments:read'] } })
      ).json();
      const listener = listen('', { authorization: `Bearer ${secret}` });
      await vi.waitFor(() =>
        expect(listener.comments.filter((text) => text.includes('keep-alive')).length).toBeGreaterThan(1),
      );
      await world.ask('DELETE', `/v1/keys/${id}`);
      await vi.waitFor(() => expect(listener.hasEnded).toBe(true), 5_000);
    });

    it('disconnects a client that does not read and unsubscribes it', async () => {
      const other = await makeHttpWorld(database());
      const address = await other.listen();
      const answer = await fetch(`${address}/v1/stream`, {
        // Repeated content would compress to almost nothing.
        headers: { authorization: `Bearer ${other.key}`, 'accept-encoding': 'identity' },
      });
      await vi.waitFor(() => expect(other.live.listenerCount).toBe(1));
      // The response is not read; writes fill the socket buffers of both ends and then ours.
      const item = { ...(await anyChange()), workspaceId: other.toy.workspaceId };
      let position = 1_000_000;
      await vi.waitFor(
        () => {
          const items = Array.from({ length: 500 }, () => ({ ...item, position: position++ }));
          other.live.publish(other.toy.workspaceId, items);
          expect(other.live.listenerCount).toBe(0);
        },
        { timeout: 20_000, interval: 1 },
      );
      await answer.body?.cancel().catch(() => undefined);
      await other.app.close();
    });

    it('reports when missed changes are no longer kept', async () => {
      await forgetChangesBefore(database(), Date.now() + 60_000);
      const [number = ''] = await change(1);
      const listener = listen('?after=1');
      await vi.waitFor(() =>
        expect(listener.messages.map((message) => message.event)).toEqual(['gap', null]),
      );
      expect(listener.messages[1]?.data.trackingNumber).toBe(number);
    });

    it('refuses an invalid position', async () => {
      const answer = await world.ask('GET', '/v1/stream', { headers: { 'last-event-id': 'x' } });
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: 'Last-Event-ID:' }] });
    });
  });

  describe('the export of events', () => {
    interface Line {
      cursor: string;
      trackingNumber: string;
      code: string;
    }
    const readLines = async (query: string): Promise<Line[]> => {
      const answer = await fetch(`${url}/v1/events?${query}`, {
        headers: { authorization: `Bearer ${world.key}` },
      });
      expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
      const text = await answer.text();
      return text === ''
        ? []
        : text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line));
    };

    it('continues after a cursor and returns every event once', async () => {
      const numbers = await change(3);
      for (const number of numbers) {
        await world.toy.sendEvent(number, 'in_transit.accepted', '2026-03-01T10:00:00Z');
        await world.toy.sendEvent(number, 'delivered.handed_over', '2026-03-02T10:00:00Z');
      }
      await world.toy.sendEvent('TOY1UNREGISTERED', 'in_transit.accepted', '2026-03-01T10:00:00Z');
      await world.toy.processInbox();
      const everything = await readLines('');
      for (const line of everything) recordedEvent.parse(line);
      const resumed: Line[] = [];
      let page: Line[];
      do {
        page = await readLines(`limit=2&after=${resumed.at(-1)?.cursor ?? 0}`);
        resumed.push(...page);
      } while (page.length > 0);
      expect(resumed).toEqual(everything);
      expect(new Set(everything.map((line) => line.cursor)).size).toBe(everything.length);
      expect(everything.filter((line) => line.trackingNumber === 'TOY1UNREGISTERED')).toMatchObject([
        { shipmentId: null },
      ]);
    });

    it('sends only what the filters select', async () => {
      const delivered = await readLines('milestone=delivered');
      expect(new Set(delivered.map((line) => line.code))).toEqual(new Set(['delivered.handed_over']));
      expect(await readLines('from=2199-01-01T00:00:00Z')).toEqual([]);
      expect(await readLines('to=1980-01-01T00:00:00Z')).toEqual([]);
    });

    it('stays open with follow and writes new events', async () => {
      const from = (await readLines('')).at(-1)?.cursor;
      const abort = new AbortController();
      const answer = await fetch(`${url}/v1/events?follow=true&after=${from}`, {
        headers: { authorization: `Bearer ${world.key}` },
        signal: abort.signal,
      });
      const reader = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
      const [number = ''] = await change(1);
      await world.toy.sendEvent(number, 'in_transit.accepted', '2026-03-01T10:00:00Z');
      await world.toy.processInbox();
      await vi.waitFor(async () => expect(world.live.listenerCount).toBeGreaterThan(0));
      await publish();
      const { value = '' } = await reader.read();
      expect(JSON.parse(value)).toMatchObject({ trackingNumber: number });
      abort.abort();
    });
  });

  it('does not wait for open streams when the server stops', async () => {
    const stopping = await makeHttpWorld(database());
    const address = await stopping.listen();
    const listener = new Listener(`${address}/v1/stream`, { authorization: `Bearer ${stopping.key}` });
    await connected(listener);
    await stopping.app.close();
    await vi.waitFor(() => expect(listener.hasEnded).toBe(true));
  });
});
