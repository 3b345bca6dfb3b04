import type { SimulatedLabel, Simulation } from '@milepost/simulator';
import type { RegisterInput } from '../tracking/index.ts';
import type { DemoBrand } from './demo-brands.ts';
import { demoShipment } from './demo-shipment.ts';
import { overlapMs } from './demo-times.ts';

/** Registers the shop's shipments when their labels are created, as a real shop does. */
export class LabelRegistrar {
  readonly #options: LabelRegistrarOptions;
  readonly #labels: readonly SimulatedLabel[];
  readonly #places: readonly number[];
  #next: number;

  constructor(options: LabelRegistrarOptions) {
    this.#options = options;
    this.#labels = options.simulation.labels();
    let others = 0;
    this.#places = this.#labels.map(({ sameDay }) => sameDay ?? others++);
    const known = (options.registeredUntil ?? Number.NEGATIVE_INFINITY) - overlapMs;
    this.#next = this.countUntil(known);
  }

  /** Number of labels created up to this time. */
  countUntil(at: number): number {
    const later = this.#labels.findIndex(({ labelAt }) => labelAt > at);
    return later < 0 ? this.#labels.length : later;
  }

  /** Registers the shipments due by then; already registered ones stay unchanged. */
  async registerUntil(at: number): Promise<void> {
    const end = Math.max(this.#next, this.countUntil(at));
    while (this.#next < end && !this.#options.signal.aborted) {
      const batchEnd = Math.min(end, this.#next + batchLength);
      const batch = this.#labels.slice(this.#next, batchEnd);
      const newest = batch.at(-1)?.labelAt ?? at;
      await this.#options.register(
        batch.map((label, offset) => this.#shipmentOf(label, this.#next + offset)),
        newest,
      );
      this.#next = batchEnd;
    }
  }

  #shipmentOf({ carrier, trackingNumber }: SimulatedLabel, index: number): RegisterInput {
    const { simulation, brand } = this.#options;
    return demoShipment(simulation.parcel(carrier, trackingNumber), brand, this.#places[index] ?? index);
  }
}

export interface LabelRegistrarOptions {
  simulation: Simulation;
  brand: DemoBrand;
  /**
   * Time of the last registration of an earlier run, milliseconds since 1970 UTC; null when there was none.
   */
  registeredUntil: number | null;
  /** Registers shipments at that time. */
  register(inputs: readonly RegisterInput[], at: number): Promise<unknown>;
  signal: AbortSignal;
}

/** Shops register many labels per request. */
const batchLength = 100;
