import { call } from './call.ts';
import type { ShipmentView } from './views.ts';

/**
 * Descriptions of sub-statuses, collected from the loaded shipments. The stream sends only the name of a
 * sub-status, and the complete list of descriptions would add more to the bundle than a list needs.
 */
export class SubStatusMeanings {
  readonly #known = new Map<string, string>();
  readonly #loading = new Set<string>();

  collect(shipments: readonly ShipmentView[]): void {
    for (const { subStatus, meaning } of shipments) this.#known.set(subStatus, meaning);
  }

  of(subStatus: string): string | undefined {
    return this.#known.get(subStatus);
  }

  /**
   * Loads the meaning from a shipment that has this sub-status, one request at a time for each. Resolves to
   * true when the meaning is new.
   */
  async load(subStatus: string, shipmentId: string): Promise<boolean> {
    if (this.#known.has(subStatus) || this.#loading.has(subStatus)) return false;
    this.#loading.add(subStatus);
    try {
      this.collect([await call('GET /v1/shipments/{id}', { params: { id: shipmentId } })]);
    } catch {
      // The row keeps its old text until the list is fetched again. The next change retries.
    }
    this.#loading.delete(subStatus);
    return this.#known.has(subStatus);
  }
}
