import type { shipmentChange } from '@milepost/contract';
import { urlOf, workspaceHeaders } from '../call.ts';
import { EventStreamParser, type StreamMessage } from './event-stream-parser.ts';

type CompleteChange = (typeof shipmentChange)['_zod']['output'];

/** A change of a shipment as the stream tells it. Changes are kept for days, and those that an older version wrote name no alerts. */
export type ShipmentChange = Omit<CompleteChange, 'openAlerts'> & Partial<Pick<CompleteChange, 'openAlerts'>>;

export type StreamState = 'connecting' | 'open' | 'offline';

/** What a listener hears: a change, or that some may have been missed and what was read before has to be read again. */
export type LiveNews = { kind: 'change'; change: ShipmentChange } | { kind: 'gap' };

const retryMs = 2_000;
/** The server speaks every 15 seconds; a line that says nothing for so long is dead. */
const silenceMsMax = 40_000;

/**
 * The live line to the server, resumed behind the last message seen:
 *
 *     connecting ──answer──► open ──line ends, or silence──► offline ──2 s──► connecting (with Last-Event-ID)
 *
 * Read with fetch instead of EventSource, which cannot name the workspace in a header.
 */
export class LiveStream {
  #state: StreamState = 'connecting';
  #lastId: string | null = null;
  #abort: AbortController | null = null;
  readonly #listeners = new Set<(news: LiveNews) => void>();
  readonly #watchers = new Set<() => void>();

  get state(): StreamState {
    return this.#state;
  }

  /** Calls back at each change of `state`; gives a function that ends it. */
  watchState(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  listen(listener: (news: LiveNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens the line and keeps it open; gives a function that closes it. */
  open(): () => void {
    const closing = new AbortController();
    void this.#keepOpen(closing.signal);
    return () => {
      closing.abort();
      this.#abort?.abort();
    };
  }

  async #keepOpen(closing: AbortSignal): Promise<void> {
    while (!closing.aborted) {
      this.#become('connecting');
      await this.#readOnce().catch(() => undefined);
      if (closing.aborted) return;
      this.#become('offline');
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }

  async #readOnce(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const headers = this.#lastId === null ? {} : { 'last-event-id': this.#lastId };
    const answer = await fetch(urlOf('/v1/stream'), {
      headers: { ...workspaceHeaders(), ...headers },
      signal: abort.signal,
    });
    if (!answer.ok || answer.body === null) return;
    this.#become('open');
    // Behind no message the line begins with the present: what came after the screen was read, and before this, is told by nobody.
    if (this.#lastId === null) this.#announce({ kind: 'gap' });
    const parser = new EventStreamParser();
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let silence = setTimeout(() => abort.abort(), silenceMsMax);
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), silenceMsMax);
        for (const message of parser.push(part.value)) this.#tell(message);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  #tell({ id, event, data }: StreamMessage): void {
    if (id !== null) this.#lastId = id;
    // The frame comes from our own server, which writes it by the schema of the contract.
    const news: LiveNews =
      event === 'gap' ? { kind: 'gap' } : { kind: 'change', change: JSON.parse(data) as ShipmentChange };
    this.#announce(news);
  }

  #announce(news: LiveNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  #become(state: StreamState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}
