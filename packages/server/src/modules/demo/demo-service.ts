import type { DemoFaultName, DemoPhase } from '@milepost/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { IncomingMessage, Receipt } from '../ingestion/index.ts';
import { catchUpSpeed } from './demo-times.ts';

/** One shop of the demo, as the service uses it. */
export interface DemoShop {
  readonly workspaceId: string;
  now(): number;
  receive(message: IncomingMessage): Promise<Receipt>;
  progress: { done: number; total: number };
  isOn(fault: DemoFaultName): boolean;
  setFault(fault: DemoFaultName, isOn: boolean): Promise<void>;
  stop(): Promise<void>;
}

export interface DemoStatus {
  now: number;
  speed: number;
  phase: DemoPhase;
  done: number;
  total: number;
  isOn(fault: DemoFaultName): boolean;
}

/** The demo counts as live when its clock is at most this far behind. */
const presentToleranceMs = 5_000;

/**
 * The state of the demo for the rest of the server. As a `Clock` it returns the time of the simulated
 * carriers in a workspace of the demo, and the real time everywhere else.
 */
export class DemoService implements Clock {
  readonly #now: () => number;
  readonly #shops = new Map<string, DemoShop>();
  readonly #removed = new Set<string>();
  #isFilling = false;
  #isStopped = false;
  #afterRemoval: () => Promise<'first_run' | 'sign_in'> = () => Promise.resolve('sign_in');

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The demo is being filled. */
  markFilling(): void {
    this.#isFilling = true;
  }

  /** False when the demo has been stopped; then the shop must not start. */
  add(shop: DemoShop): boolean {
    if (!this.#isStopped) this.#shops.set(shop.workspaceId, shop);
    return !this.#isStopped;
  }

  /** Stops the shop of a workspace that is removed. */
  async remove(workspaceId: string): Promise<void> {
    const shop = this.#shops.get(workspaceId);
    if (!shop) return;
    this.#shops.delete(workspaceId);
    this.#removed.add(workspaceId);
    await shop.stop();
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Number of shipments in the past of all shops. */
  get shipments(): number {
    return this.#sum('total');
  }

  markFilled(): void {
    this.#isFilling = false;
  }

  /** Sets what happens after the demo was removed. The result is the next step for the user. */
  onRemoved(handler: () => Promise<'first_run' | 'sign_in'>): void {
    this.#afterRemoval = handler;
  }

  afterRemoval(): Promise<'first_run' | 'sign_in'> {
    return this.#afterRemoval();
  }

  /** The current time of a workspace, milliseconds since 1970 UTC. */
  nowIn(workspaceId: string): number {
    return this.#shops.get(workspaceId)?.now() ?? this.#now();
  }

  /**
   * The receiver of messages for a workspace of the demo; null for other workspaces. Late messages of a
   * removed workspace are discarded.
   */
  receiverOf(workspaceId: string): Pick<DemoShop, 'receive'> | null {
    return this.#shops.get(workspaceId) ?? (this.#removed.has(workspaceId) ? discardingReceiver : null);
  }

  /** Factor by which carriers are polled more often than in normal operation. */
  get pollSpeed(): number {
    const [shop] = this.#shops.values();
    if (!shop) return 1;
    return this.#phaseOf(shop) === 'catching_up' ? catchUpSpeed : livePollSpeed;
  }

  status(workspaceId: string): DemoStatus {
    const shop = this.#isStopped ? undefined : this.#shops.get(workspaceId);
    if (!shop) {
      const nothing = { done: 0, total: 0, isOn: () => false };
      return { now: this.#now(), speed: 0, phase: this.#isFilling ? 'filling' : 'stopped', ...nothing };
    }
    const phase = this.#phaseOf(shop);
    const speed = { filling: 0, catching_up: catchUpSpeed, live: 1, stopped: 0 }[phase];
    const isOn = (fault: DemoFaultName) => shop.isOn(fault);
    return { now: shop.now(), speed, phase, done: this.#sum('done'), total: this.#sum('total'), isOn };
  }

  /** False when no carriers are simulated for this workspace. */
  async setFault(workspaceId: string, fault: DemoFaultName, isOn: boolean): Promise<boolean> {
    const shop = this.#isStopped ? undefined : this.#shops.get(workspaceId);
    await shop?.setFault(fault, isOn);
    return shop !== undefined;
  }

  /**
   * Stops the simulated carriers. Pending messages to a shop are still received with its clock, because a
   * later run continues from there.
   */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isFilling = false;
    await Promise.all([...this.#shops.values()].map((shop) => shop.stop()));
  }

  /** Stops all shops for good. */
  async removeAll(): Promise<void> {
    await this.stop();
    for (const workspaceId of this.#shops.keys()) this.#removed.add(workspaceId);
    this.#shops.clear();
  }

  #sum(part: 'done' | 'total'): number {
    return [...this.#shops.values()].reduce((total, { progress }) => total + progress[part], 0);
  }

  #phaseOf(shop: DemoShop): DemoPhase {
    if (this.#isFilling) return 'filling';
    return this.#now() - shop.now() > presentToleranceMs ? 'catching_up' : 'live';
  }
}

/** A live demo needs fewer polls than one that catches up; more would only cost processor time. */
const livePollSpeed = 4;

const discardingReceiver: Pick<DemoShop, 'receive'> = {
  receive: async (message) => ({ id: message.accountId, isNew: false }),
};
