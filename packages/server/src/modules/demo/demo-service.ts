import type { DemoFaultName, DemoPhase } from '@milepost/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { IncomingMessage, Receipt } from '../ingestion/index.ts';
import { catchUpSpeed } from './demo-times.ts';

/** One shop of the demo, as the rest of the house sees it. */
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

/** The clock of the demo has caught up when it is no more than this behind. */
const presentToleranceMs = 5_000;

/**
 * Where the house asks about the demo and the demo says how it is. In a workspace of the demo the present is that of its simulated carriers; everywhere
 * else, and when no demo runs, it is the real one.
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

  /** The demo is on its way. */
  markFilling(): void {
    this.#isFilling = true;
  }

  /** False when the demo is closed; then the shop must not begin. */
  add(shop: DemoShop): boolean {
    if (!this.#isStopped) this.#shops.set(shop.workspaceId, shop);
    return !this.#isStopped;
  }

  /** Its workspace goes. */
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

  /** Shipments that the past holds, of all shops. */
  get shipments(): number {
    return this.#sum('total');
  }

  markFilled(): void {
    this.#isFilling = false;
  }

  /** What is to be done when the demo is gone; it says what a person does next. */
  onRemoved(then: () => Promise<'first_run' | 'sign_in'>): void {
    this.#afterRemoval = then;
  }

  afterRemoval(): Promise<'first_run' | 'sign_in'> {
    return this.#afterRemoval();
  }

  /** The present of a workspace, milliseconds since 1970 UTC. */
  nowIn(workspaceId: string): number {
    return this.#shops.get(workspaceId)?.now() ?? this.#now();
  }

  /**
   * Who takes messages for a workspace of the demo; null where they are received as usual. What comes late for one that is gone would only lie about,
   * so nobody takes it.
   */
  receiverOf(workspaceId: string): Pick<DemoShop, 'receive'> | null {
    return this.#shops.get(workspaceId) ?? (this.#removed.has(workspaceId) ? discardingReceiver : null);
  }

  /** How much faster than the clock carriers are asked. */
  get pollSpeed(): number {
    const [shop] = this.#shops.values();
    if (!shop) return 1;
    return this.#phaseOf(shop) === 'catching_up' ? catchUpSpeed : livePollSpeed;
  }

  status(workspaceId: string): DemoStatus {
    const shop = this.#isStopped ? undefined : this.#shops.get(workspaceId);
    if (!shop) {
      const nobody = { done: 0, total: 0, isOn: () => false };
      return { now: this.#now(), speed: 0, phase: this.#isFilling ? 'filling' : 'stopped', ...nobody };
    }
    const phase = this.#phaseOf(shop);
    const speed = { filling: 0, catching_up: catchUpSpeed, live: 1, stopped: 0 }[phase];
    const isOn = (fault: DemoFaultName) => shop.isOn(fault);
    return { now: shop.now(), speed, phase, done: this.#sum('done'), total: this.#sum('total'), isOn };
  }

  /** False when no carrier is simulated for this workspace. */
  async setFault(workspaceId: string, fault: DemoFaultName, isOn: boolean): Promise<boolean> {
    const shop = this.#isStopped ? undefined : this.#shops.get(workspaceId);
    await shop?.setFault(fault, isOn);
    return shop !== undefined;
  }

  /** The simulated carriers end. What is still under way to a shop is received by its clock, from which it goes on later. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isFilling = false;
    await Promise.all([...this.#shops.values()].map((shop) => shop.stop()));
  }

  /** All shops end for good. */
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

/** In the present a demo that is asked every few minutes lives; asked as fast as before it would only warm the machine. */
const livePollSpeed = 4;

const discardingReceiver: Pick<DemoShop, 'receive'> = {
  receive: async (message) => ({ id: message.accountId, isNew: false }),
};
