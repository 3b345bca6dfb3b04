import { shipmentColumns } from './shipment-read.ts';

/**
 * Writes the SQL of a list of shipments. The inner query finds the ids of a page by an index in its order; the outer one fetches what is shown.
 *
 *   filter or order by what events change ──► from `shipment` (h), whose few indexes carry carrier and country along
 *   everything else                       ──► from `shipment_lookup` (l), which events leave alone
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

const valueTypes = { updated: 'timestamptz', created: null, despatch: 'date' } as const;

export class ListingQuery {
  readonly #listing: ShipmentListing;
  readonly #values: unknown[] = [];
  /** The table that gives the order. */
  readonly #main: 'h' | 'l';

  constructor(listing: ShipmentListing) {
    this.#listing = listing;
    this.#main = isAboutChanges(listing) ? 'h' : 'l';
  }

  /** A page in order. */
  page(): Query {
    return this.#pageOf(this.#from(), [
      ...this.#changeConditions(),
      ...this.#fixedConditions(this.#main),
      ...this.#sharpConditions(this.#main === 'h' ? 'h.id' : 'l.shipment_id'),
      ...this.#despatchConditions(),
    ]);
  }

  /** A page in order of those that fit among a few shipments. */
  pageAmong(ids: readonly string[]): Query {
    const among = `h.id = any(${this.#bind(ids)}::uuid[])`;
    return this.#pageOf('shipment h', [among, ...this.#changeConditions(), ...this.#despatchConditions()]);
  }

  /** Ids of all that fit as far as events have no say in it, in no order, up to `limit`. */
  candidates(limit: number): Query {
    const conditions = [...this.#fixedConditions('l'), ...this.#sharpConditions('l.shipment_id')];
    const sql = `select l.shipment_id as id from shipment_lookup l where ${conditions.join(' and ')} limit ${this.#bind(limit)}`;
    return { sql, values: this.#values };
  }

  #pageOf(from: string, conditions: readonly string[]): Query {
    const { value, id } = this.#keys();
    const all = [...conditions, ...this.#behindCursor()];
    const inner = `select ${id} as id, ${value ?? "''"} as sort_value from ${from}
      where ${all.join(' and ')} order by ${this.#inOrder(value, id)} limit ${this.#bind(this.#listing.limit)}`;
    const sql = `select ${shipmentColumns}, page.sort_value::text as "sortValue" from (${inner}) page
      join shipment s on s.id = page.id order by ${this.#inOrder(value && 'page.sort_value', 'page.id')}`;
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

  /** The columns to sort by. Ids ascend with the moment of creation. */
  #keys(): { value: string | null; id: string } {
    const id = this.#main === 'h' ? 'h.id' : 'l.shipment_id';
    const values = { updated: 'h.updated_at', created: null, despatch: `${this.#main}.despatch_day` };
    return { value: values[this.#listing.order], id };
  }

  #from(): string {
    const { destinationPostcode, exception } = this.#listing.filter;
    const join = 'shipment h join shipment_lookup l on l.shipment_id = h.id';
    if (this.#main === 'h') return destinationPostcode === undefined ? 'shipment h' : join;
    return exception === undefined ? 'shipment_lookup l' : join;
  }

  /** What events change. */
  #changeConditions(): string[] {
    const { workspaceId, filter } = this.#listing;
    const conditions: string[] = [];
    if (this.#main === 'h') conditions.push(`h.workspace_id = ${this.#bind(workspaceId)}`);
    if (filter.milestone !== undefined) conditions.push(`h.milestone = ${this.#bind(filter.milestone)}`);
    if (filter.exception !== undefined)
      conditions.push(filter.exception ? 'h.has_exception' : 'not h.has_exception');
    return conditions;
  }

  /** What events leave alone. */
  #fixedConditions(table: 'h' | 'l'): string[] {
    const { workspaceId, filter } = this.#listing;
    const conditions: string[] = [];
    if (table === 'l') conditions.push(`l.workspace_id = ${this.#bind(workspaceId)}`);
    if (filter.carrier !== undefined) conditions.push(`${table}.carrier = ${this.#bind(filter.carrier)}`);
    if (filter.destinationCountry !== undefined) {
      conditions.push(`${table}.destination_country = ${this.#bind(filter.destinationCountry)}`);
    }
    if (filter.destinationPostcode !== undefined) {
      conditions.push(
        `l.destination_postcode like ${this.#bind(`${foldPostcode(filter.destinationPostcode)}%`)}`,
      );
    }
    return conditions;
  }

  /** References and numbers lead to a handful of shipments each. */
  #sharpConditions(id: string): string[] {
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

  #despatchConditions(): string[] {
    const { despatchedFrom, despatchedTo } = this.#listing.filter;
    const day = `${this.#main}.despatch_day`;
    const conditions: string[] = [];
    if (despatchedFrom !== undefined) conditions.push(`${day} >= ${this.#bind(despatchedFrom)}::date`);
    if (despatchedTo !== undefined) conditions.push(`${day} <= ${this.#bind(despatchedTo)}::date`);
    return conditions;
  }

  #behindCursor(): string[] {
    const { after, order, newestFirst } = this.#listing;
    if (after === null) return [];
    const keys = this.#keys();
    const comparison = newestFirst ? '<' : '>';
    const id = `${this.#bind(after.id)}::uuid`;
    if (keys.value === null) return [`${keys.id} ${comparison} ${id}`];
    const value = `${this.#bind(after.value)}::${valueTypes[order]}`;
    return [`(${keys.value}, ${keys.id}) ${comparison} (${value}, ${id})`];
  }
}

/** Whether filter or order are about what events change. Not being in trouble is no filter to begin with: nearly all are not. */
export function isAboutChanges({ order, filter }: ShipmentListing): boolean {
  return order === 'updated' || filter.milestone !== undefined || filter.exception === true;
}

/** Capital letters and digits only, as the look-up table keeps postcodes; so nothing is left that LIKE would read as a pattern. */
function foldPostcode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
