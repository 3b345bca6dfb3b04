import type { shipmentChange } from '@milepost/contract';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { urlOf, workspaceHeaders } from '../call.ts';

type CompleteChange = (typeof shipmentChange)['_zod']['output'];

/**
 * A change of a shipment as the stream reports it. Changes are kept for days, and those written by an older
 * version have no `openExceptions`.
 */
export type ShipmentChange = Omit<CompleteChange, 'openExceptions'> &
  Partial<Pick<CompleteChange, 'openExceptions'>>;

export type StreamState = 'connecting' | 'open' | 'offline';

/** A change, or a gap: changes may have been missed, so data read earlier must be fetched again. */
export type StreamUpdate = { kind: 'change'; change: ShipmentChange } | { kind: 'gap' };

const retryMs = 2_000;
/** The server sends at least a comment every 15 seconds, so a connection silent for this long is dead. */
const silenceMsMax = 40_000;

/**
 * The event stream from the server, resumed after the last event received:
 *
 *     connecting ──response──► open ──end or silence──► offline ──2 s──► connecting (with Last-Event-ID)
 *
 * Uses fetch instead of EventSource, which cannot send the workspace header.
 */
export class LiveStream {
  #state: StreamState = 'connecting';
  #lastEventId: string | null = null;
  #abort: AbortController | null = null;
  readonly #listeners = new Set<(update: StreamUpdate) => void>();
  readonly #stateListeners = new Set<() => void>();

  get state(): StreamState {
    return this.#state;
  }

  /** Calls back at each change of `state`. Returns a function that unsubscribes. */
  onStateChange(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  /** Calls back at each update. Returns a function that unsubscribes. */
  listen(listener: (update: StreamUpdate) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Connects, and reconnects until the returned function is called. */
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
      this.#setState('connecting');
      await this.#readOnce().catch(() => undefined);
      if (closing.aborted) return;
      this.#setState('offline');
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }

  async #readOnce(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const headers = this.#lastEventId === null ? {} : { 'last-event-id': this.#lastEventId };
    const response = await fetch(urlOf('/v1/stream'), {
      headers: { ...workspaceHeaders(), ...headers },
      signal: abort.signal,
    });
    if (!response.ok || response.body === null) return;
    this.#setState('open');
    // Without Last-Event-ID the stream starts now and lacks the changes since the page was loaded.
    if (this.#lastEventId === null) this.#publish({ kind: 'gap' });
    const parser = createParser({ onEvent: (message) => this.#receive(message) });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let silence = setTimeout(() => abort.abort(), silenceMsMax);
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), silenceMsMax);
        parser.feed(part.value);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  #receive({ id, event, data }: EventSourceMessage): void {
    if (id !== undefined) this.#lastEventId = id;
    const update: StreamUpdate =
      // Our own server writes `data` by the schema of the contract.
      event === 'gap' ? { kind: 'gap' } : { kind: 'change', change: JSON.parse(data) as ShipmentChange };
    this.#publish(update);
  }

  #publish(update: StreamUpdate): void {
    for (const listener of this.#listeners) listener(update);
  }

  #setState(state: StreamState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }
}
