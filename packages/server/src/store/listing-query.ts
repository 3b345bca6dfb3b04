import { shipmentColumns } from './shipment-read.ts';

/**
 * Writes the SQL of a list of shipments. What events change is filtered in `shipment` (h), what they leave alone in `shipment_lookup` (l); the migration
 * says why. The inner query finds the ids of a page by index; the outer one fetches what is shown.
 */
export interface ShipmentFilter {
  carrier?: string | undefined;
  milestone?: string | undefined;
  reference?: string | undefined;
  /** In the form the record keeps. */
  trackingNumber?: string | undefined;
  destinationCountry?: string | undefined;
  /** Begin of the postcode. */
  destinationPostcode?: string | undefined;
  /** ISO dates, both included. */
  despatchedFrom?: string | undefined;
  despatchedTo?: string | undefined;
  exception?: boolean | undefined;
}

export type ShipmentOrder = 'updated' | 'created' | 'despatch';

/** A range of despatch is only for lists in the order of despatch. */
export interface ShipmentListing {
  workspaceId: string;
  filter: ShipmentFilter;
  order: ShipmentOrder;
  newestFirst: boolean;
  /** Go on behind this row. */
  after: SortKey | null;
  limit: number;
}

/** Where a row stands in the order: the value sorted by (empty where that is the id alone) and the id. */
export interface SortKey {
  value: string;
  id: string;
}

interface Query {
  sql: string;
  values: unknown[];
}

const valueTypes = { updated: 'timestamptz', despatch: 'date' } as const;

export class ListingQuery {
  readonly #listing: ShipmentListing;
  readonly #values: unknown[] = [];

  constructor(listing: ShipmentListing) {
    this.#listing = listing;
  }

  /** A page in order. `among` narrows it to ids that were found before. */
  page(among: readonly string[] | null): Query {
    const keys = among === null ? this.#keys() : { value: 'h.updated_at', id: 'h.id' };
    const source =
      among === null
        ? { from: this.#from(), conditions: this.#conditions() }
        : { from: 'shipment h', conditions: [`h.id = any(${this.#bind(among)}::uuid[])`] };
    const inner = `select ${keys.id} as id, ${keys.value ?? "''"} as sort_value from ${source.from}
      where ${[...source.conditions, ...this.#behindCursor(keys)].join(' and ')}
      order by ${this.#inOrder(keys.value, keys.id)} limit ${this.#bind(this.#listing.limit)}`;
    const sql = `select ${shipmentColumns}, page.sort_value::text as "sortValue" from (${inner}) page
      join shipment s on s.id = page.id order by ${this.#inOrder(keys.value && 'page.sort_value', 'page.id')}`;
    return { sql, values: this.#values };
  }

  /** Ids of all that fit, in no order, up to `limit`. */
  candidates(limit: number): Query {
    const hot = this.#hasHotFilter ? 'join shipment h on h.id = l.shipment_id' : '';
    const conditions = [...this.#coldConditions(), ...this.#listConditions('l.shipment_id')];
    if (this.#hasHotFilter) conditions.push(...this.#hotConditions());
    const sql = `select l.shipment_id as id from shipment_lookup l ${hot} where ${conditions.join(' and ')} limit ${this.#bind(limit)}`;
    return { sql, values: this.#values };
  }

  #inOrder(...columns: (string | null)[]): string {
    const direction = this.#listing.newestFirst ? 'desc' : 'asc';
    return columns
      .filter((column) => column !== null)
      .map((column) => `${column} ${direction}`)
      .join(', ');
  }

  #bind(value: unknown): string {
    this.#values.push(value);
    return `$${this.#values.length}`;
  }

  /** Whether any filter is about what events change. */
  get #hasHotFilter(): boolean {
    const { milestone, exception } = this.#listing.filter;
    return milestone !== undefined || exception !== undefined;
  }

  get #needsShipment(): boolean {
    return this.#listing.order === 'updated' || this.#hasHotFilter;
  }

  /** Whether `shipment_lookup` is asked at all. The order of change has carrier and country in its own index. */
  get #needsLookup(): boolean {
    const { carrier, destinationCountry, destinationPostcode } = this.#listing.filter;
    if (this.#dayColumn === 'l.despatch_day' || destinationPostcode !== undefined) return true;
    return this.#listing.order !== 'updated' && (carrier !== undefined || destinationCountry !== undefined);
  }

  /** Both tables have the day of despatch; the one whose index also holds the sharpest filter gives it. */
  get #dayColumn(): 'h.despatch_day' | 'l.despatch_day' | null {
    const { milestone, exception } = this.#listing.filter;
    if (!this.#needsShipment) return 'l.despatch_day';
    if (this.#listing.order !== 'despatch') return null;
    return milestone !== undefined || exception === true ? 'h.despatch_day' : 'l.despatch_day';
  }

  /** The columns to sort by. */
  #keys(): { value: string | null; id: string } {
    const day = this.#dayColumn;
    const id = this.#needsShipment && day !== 'l.despatch_day' ? 'h.id' : 'l.shipment_id';
    const { order } = this.#listing;
    if (order === 'created') return { value: null, id };
    return { value: order === 'updated' ? 'h.updated_at' : day, id };
  }

  #from(): string {
    if (!this.#needsShipment) return 'shipment_lookup l';
    const hot = this.#isScattered() ? `(${this.#scattered()}) h` : 'shipment h';
    return this.#needsLookup ? `${hot} join shipment_lookup l on l.shipment_id = h.id` : hot;
  }

  /**
   * What is under way or in trouble is a small part of all shipments and gathers at the newest end. The planner takes it for evenly spread and would
   * walk through everything delivered to find it, so here it is told to gather it first.
   */
  #isScattered(): boolean {
    const { order, filter } = this.#listing;
    const isFew =
      (filter.milestone !== undefined && filter.milestone !== 'delivered') || filter.exception === true;
    const hasOwnOrder = filter.milestone !== undefined && order === 'despatch';
    return isFew && order !== 'updated' && !hasOwnOrder;
  }

  #scattered(): string {
    return `select id, despatch_day from shipment h where ${this.#hotConditions().join(' and ')} offset 0`;
  }

  #conditions(): string[] {
    const id = this.#needsLookup ? 'l.shipment_id' : 'h.id';
    const conditions = [...this.#despatchConditions(), ...this.#listConditions(id)];
    if (this.#needsLookup) conditions.push(...this.#coldConditions());
    if (this.#listing.order === 'updated') conditions.push(...this.#carrierConditions('h'));
    if (this.#needsShipment && !this.#isScattered()) conditions.push(...this.#hotConditions());
    return conditions.length > 0 ? conditions : ['true'];
  }

  #hotConditions(): string[] {
    const { workspaceId, filter } = this.#listing;
    const conditions = [`h.workspace_id = ${this.#bind(workspaceId)}`];
    if (filter.milestone !== undefined) conditions.push(`h.milestone = ${this.#bind(filter.milestone)}`);
    if (filter.exception !== undefined)
      conditions.push(filter.exception ? 'h.has_exception' : 'not h.has_exception');
    return conditions;
  }

  #coldConditions(): string[] {
    const { workspaceId, filter } = this.#listing;
    const conditions = this.#carrierConditions('l');
    conditions.push(`l.workspace_id = ${this.#bind(workspaceId)}`);
    if (filter.destinationPostcode !== undefined) {
      conditions.push(
        `l.destination_postcode like ${this.#bind(`${foldPostcode(filter.destinationPostcode)}%`)}`,
      );
    }
    return conditions;
  }

  #carrierConditions(table: 'h' | 'l'): string[] {
    const { carrier, destinationCountry } = this.#listing.filter;
    const conditions: string[] = [];
    if (carrier !== undefined) conditions.push(`${table}.carrier = ${this.#bind(carrier)}`);
    if (destinationCountry !== undefined) {
      conditions.push(`${table}.destination_country = ${this.#bind(destinationCountry)}`);
    }
    return conditions;
  }

  #despatchConditions(): string[] {
    const { despatchedFrom, despatchedTo } = this.#listing.filter;
    const conditions: string[] = [];
    if (despatchedFrom !== undefined)
      conditions.push(`${this.#dayColumn} >= ${this.#bind(despatchedFrom)}::date`);
    if (despatchedTo !== undefined)
      conditions.push(`${this.#dayColumn} <= ${this.#bind(despatchedTo)}::date`);
    return conditions;
  }

  /** References and numbers lead to a handful of shipments each. */
  #listConditions(id: string): string[] {
    const { workspaceId, filter } = this.#listing;
    const conditions: string[] = [];
    if (filter.reference !== undefined) {
      conditions.push(
        `${id} in (select shipment_id from shipment_reference where workspace_id = ${this.#bind(workspaceId)} and reference = ${this.#bind(filter.reference)})`,
      );
    }
    if (filter.trackingNumber !== undefined) {
      conditions.push(
        `${id} in (select shipment_id from leg where workspace_id = ${this.#bind(workspaceId)} and tracking_number = ${this.#bind(filter.trackingNumber)})`,
      );
    }
    return conditions;
  }

  #behindCursor(keys: { value: string | null; id: string }): string[] {
    const { after, order, newestFirst } = this.#listing;
    if (after === null) return [];
    const comparison = newestFirst ? '<' : '>';
    const id = `${this.#bind(after.id)}::uuid`;
    if (keys.value === null || order === 'created') return [`${keys.id} ${comparison} ${id}`];
    return [
      `(${keys.value}, ${keys.id}) ${comparison} (${this.#bind(after.value)}::${valueTypes[order]}, ${id})`,
    ];
  }
}

/** Capital letters and digits only, as the look-up table keeps postcodes; so nothing is left that LIKE would read as a pattern. */
function foldPostcode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
