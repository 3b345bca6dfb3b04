/**
 * One reader of the outbox per process, for any number of listeners: one query per wake, and none without
 * listeners.
 *
 *   wake ──► read changes of the workspaces listened to ──► call the listeners ──► pause ──► again if woken
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../platform/database/database.ts';
import type { LiveStream, OutboxItem } from '../outbox-item.ts';
import { changesOfAll } from '../store/changes.ts';
import { newestPositionOf } from '../store/outbox.ts';

export interface RunningLiveStream extends LiveStream {
  /** There may be something new. */
  wake(): void;
  stop(): Promise<void>;
}

export interface LiveStreamOptions {
  /** How long to sleep without a wake signal; covers changes by other processes. */
  idleMs: number;
  onFailure(error: unknown): void;
}

type Listener = (items: readonly OutboxItem[]) => void;

const pageMax = 1_000;
/**
 * The first change is read at once; those that follow within the pause are read together, because each read
 * costs a query and a write to every listener.
 */
const pauseMs = 40;

export function startLiveStream(database: Database, options: LiveStreamOptions): RunningLiveStream {
  const reader = new Reader(database, options);
  const timer = setInterval(() => reader.wake(), options.idleMs);
  return {
    subscribe: (workspaceId, listener) => reader.subscribe(workspaceId, listener),
    wake: () => reader.wake(),
    async stop() {
      clearInterval(timer);
      await reader.settle();
    },
  };
}

class Reader {
  readonly #database: Database;
  readonly #options: LiveStreamOptions;
  readonly #listeners = new Map<string, Set<Listener>>();
  /** The last position read, for each workspace with listeners. */
  readonly #cursors = new Map<string, number>();
  #reading: Promise<void> | null = null;
  #again = false;

  constructor(database: Database, options: LiveStreamOptions) {
    this.#database = database;
    this.#options = options;
  }

  subscribe(workspaceId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(workspaceId) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(workspaceId, listeners);
    this.wake();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(workspaceId) !== listeners) return;
      this.#listeners.delete(workspaceId);
      this.#cursors.delete(workspaceId);
    };
  }

  wake(): void {
    if (this.#listeners.size === 0) return;
    this.#again = true;
    this.#reading ??= this.#readWhileAsked().finally(() => {
      this.#reading = null;
    });
  }

  async settle(): Promise<void> {
    await this.#reading;
  }

  async #readWhileAsked(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.#startCursors();
        while (await this.#readPage());
      } catch (error) {
        this.#options.onFailure(error);
        return;
      }
      await sleep(pauseMs);
    }
  }

  /** A workspace is read from the first subscription on; a listener fetches earlier changes itself. */
  async #startCursors(): Promise<void> {
    for (const id of this.#listeners.keys()) {
      // Per workspace: the newest position of all workspaces would skip a transaction of this one that has
      // not committed yet.
      if (!this.#cursors.has(id)) this.#cursors.set(id, await newestPositionOf(this.#database, id));
    }
  }

  async #readPage(): Promise<boolean> {
    const cursors = [...this.#cursors].map(([workspaceId, position]) => ({ workspaceId, position }));
    if (cursors.length === 0) return false;
    const items = await changesOfAll(this.#database, cursors, pageMax);
    for (const [workspaceId, ofWorkspace] of Map.groupBy(items, (item) => item.workspaceId)) {
      const last = ofWorkspace.at(-1);
      if (!last || !this.#cursors.has(workspaceId)) continue;
      this.#cursors.set(workspaceId, last.position);
      for (const listener of this.#listeners.get(workspaceId) ?? []) listener(ofWorkspace);
    }
    return items.length >= pageMax;
  }
}
