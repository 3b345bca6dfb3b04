import { batchSizeMax, shipmentBatchResult } from '@milepost/contract';
import type { Parcel } from '@milepost/simulator';
import type { ApiClient } from './api-client.ts';

type Address = Parcel['origin'];

/** Registers parcels through the API in full batches, like a shop with a large volume. */
export class ParcelRegistrar {
  readonly #api: ApiClient;
  #waiting: Parcel[] = [];
  #sending: Promise<void> = Promise.resolve();
  /** Some of the shipments, for requests that read one. */
  readonly shipmentIds: string[] = [];
  registered = 0;

  constructor(api: ApiClient) {
    this.#api = api;
  }

  add(parcels: readonly Parcel[]): void {
    this.#waiting.push(...parcels);
    while (this.#waiting.length >= batchSizeMax) this.#send(this.#waiting.splice(0, batchSizeMax));
  }

  /** Resolves when all are registered. Throws when one was refused. */
  async finish(): Promise<void> {
    if (this.#waiting.length > 0) this.#send(this.#waiting.splice(0));
    await this.#sending;
  }

  #send(parcels: readonly Parcel[]): void {
    this.#sending = this.#sending.then(() => this.#register(parcels));
    // `finish` rejects with the same error.
    this.#sending.catch(() => undefined);
  }

  async #register(parcels: readonly Parcel[]): Promise<void> {
    const body = { shipments: parcels.map(asShipment) };
    const { created, results } = shipmentBatchResult.parse(await this.#api.post('/v1/shipments/batch', body));
    if (created !== parcels.length) {
      const problem = results.find((row) => row.status !== 201)?.problem;
      throw new Error(
        `${parcels.length - created} shipments were not registered: ${JSON.stringify(problem)}`,
      );
    }
    this.registered += created;
    const [first] = results;
    if (first?.id !== undefined) this.shipmentIds.push(first.id);
  }
}

function asShipment(parcel: Parcel): Record<string, unknown> {
  return {
    carrier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    references: [parcel.reference],
    recipient: { name: parcel.recipientName },
    origin: placeOf(parcel.origin),
    destination: placeOf(parcel.destination),
  };
}

function placeOf({ name, postcode, region, country }: Address): Record<string, string> {
  return { name, postcode, country, ...(region ? { region } : {}) };
}
