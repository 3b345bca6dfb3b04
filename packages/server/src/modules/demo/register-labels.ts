import type { SimulatedLabel, Simulation } from '@milepost/simulator';
import type { RegisterInput } from '../tracking/index.ts';
import type { DemoBrand } from './demo-brands.ts';
import { demoShipment } from './demo-shipment.ts';
import { overlapMs } from './demo-times.ts';

/** Announces the shop's shipments when their labels are made, as a shop does. */
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

  /** Labels made up to this moment. */
  countUntil(at: number): number {
    const later = this.#labels.findIndex(({ labelAt }) => labelAt > at);
    return later < 0 ? this.#labels.length : later;
  }

  /** Registers what is due by then; a shipment that is known already stays as it is. */
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
  /** When an earlier run registered last, milliseconds since 1970 UTC; null when none did. */
  registeredUntil: number | null;
  /** Announces shipments at that moment. */
  register(inputs: readonly RegisterInput[], at: number): Promise<unknown>;
  signal: AbortSignal;
}

/** A shop hands over its labels many at a time. */
const batchLength = 100;
