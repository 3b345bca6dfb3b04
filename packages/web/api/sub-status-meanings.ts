import { call } from './call.ts';
import type { ShipmentView } from './views.ts';

/**
 * What each sub-status means, learnt from the shipments that were shown: the stream names a sub-status without saying what it means, and
 * the whole list of meanings would weigh more than the few that a list needs.
 */
export class SubStatusMeanings {
  readonly #known = new Map<string, string>();
  readonly #asked = new Set<string>();

  learn(shipments: readonly ShipmentView[]): void {
    for (const { subStatus, meaning } of shipments) this.#known.set(subStatus, meaning);
  }

  of(subStatus: string): string | undefined {
    return this.#known.get(subStatus);
  }

  /** Asks for the meaning by way of a shipment that stands so; once for each. Resolves true when it is known from then on. */
  async ask(subStatus: string, shipmentId: string): Promise<boolean> {
    if (this.#known.has(subStatus) || this.#asked.has(subStatus)) return false;
    this.#asked.add(subStatus);
    try {
      this.learn([await call('GET /v1/shipments/{id}', { params: { id: shipmentId } })]);
    } catch {
      // The row keeps its former words until the list is read anew; the next change asks again.
    }
    this.#asked.delete(subStatus);
    return this.#known.has(subStatus);
  }
}
