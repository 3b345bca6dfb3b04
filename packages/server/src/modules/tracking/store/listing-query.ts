import { shipmentColumns } from './shipment-read.ts';

/**
 * Writes the SQL of a list of shipments. The inner query finds the ids of a page by an index in its order;
 * the outer one fetches what is shown.
 *
 *   due or not moved                      ──► from `shipment_under_way` (u), one narrow row for each that has not ended
 *   filter or order by what events change ──► from `shipment` (h), whose few indexes carry carrier and country along
 *   everything else                       ──► from `shipment_lookup` (l), which events leave alone
 */
export interface ShipmentFilter {
  /** Only among these; what a search found. */
  ids?: readonly string[] | undefined;
  carrier?: string | undefined;
  /** Any of them. */
  milestones?: readonly string[] | undefined;
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
  /** A rule that holds now. */
  rule?: string | undefined;
  /** Under way, and nothing heard on this day (ISO date, UTC) or later. */
  notMovedSince?: string | undefined;
  /** Under way, and promised or else expected then (ISO 8601 instants). */
  dueFrom?: string | undefined;
  dueBefore?: string | undefined;
  /** ISO 8601 instants. */
  deliveredFrom?: string | undefined;
  deliveredBefore?: string | undefined;
}

export type ShipmentOrder = 'updated' | 'created' | 'despatch' | 'due' | 'delivered';

/**
 * A range of despatch is only for lists in the order of despatch, a range of delivery for those in the order
 * of delivery; what is due or has not moved comes in the order of due dates or of registration. The routes
 * hold to that.
 */
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

const valueTypes = {
  updated: 'timestamptz',
  created: null,
  despatch: 'date',
  due: 'timestamptz',
  delivered: 'timestamptz',
} as const;

type Table = 'h' | 'l' | 'u';
const idColumns: Readonly<Record<Table, string>> = { h: 'h.id', l: 'l.shipment_id', u: 'u.shipment_id' };

export class ListingQuery {
  readonly #listing: ShipmentListing;
  readonly #values: unknown[];
  /** The table that gives the order. */
  readonly #main: Table;

  /** `values` are those of the statement so far, where several queries make one. */
  constructor(listing: ShipmentListing, values: unknown[] = []) {
    this.#listing = listing;
    this.#values = values;
    if (isUnderWayOnly(listing)) this.#main = 'u';
    else this.#main = isAboutChanges(listing) ? 'h' : 'l';
  }

  /** A page in order. */
  page(): Query {
    const { milestones = [] } = this.#listing.filter;
    // An index holds each milestone in order, but several of them only one after the other.
    const isMerged = milestones.length > 1 && this.#main === 'h' && this.#isInMilestoneOrder();
    if (!isMerged) return this.#pageOf(this.#ordered(this.#from(), this.#conditions()));
    const parts = milestones.map(
      (milestone) => `(${this.#ordered(this.#from(), this.#conditions([milestone]))})`,
    );
    const order = this.#inOrder(valueTypes[this.#listing.order] && 'sort_value', 'id');
    return this.#pageOf(
      `select id, sort_value from (${parts.join(' union all ')}) merged order by ${order} limit ${this.#bind(this.#listing.limit)}`,
    );
  }

  /** A page in order of those that fit among a few shipments. */
  pageAmong(ids: readonly string[]): Query {
    return this.#pageOf(this.#ordered('shipment h', this.#amongConditions(ids)));
  }

  /** SQL that counts those that fit, up to `limit`. Its values are those of this query. */
  count(limit: number): Query {
    const conditions = this.#conditions().join(' and ');
    const sql = `select count(*)::int as count from (select 1 from ${this.#from()} where ${conditions} limit ${this.#bind(limit)}) fitting`;
    return { sql, values: this.#values };
  }

  /**
   * How many fit by one of their columns; for filters that leave no more than what is under way or in
   * trouble.
   */
  countBy(column: 'milestone' | 'carrier'): Query {
    const by = `${this.#main}.${column}`;
    const conditions = this.#conditions().join(' and ');
    const sql = `select ${by} as value, count(*)::int as count from ${this.#from()} where ${conditions} group by ${by}`;
    return { sql, values: this.#values };
  }

  /** How many of a few shipments fit, by one of their columns. */
  countAmong(ids: readonly string[], column: 'milestone' | 'carrier'): Query {
    const conditions = this.#amongConditions(ids).join(' and ');
    const sql = `select h.${column} as value, count(*)::int as count from shipment h where ${conditions} group by h.${column}`;
    return { sql, values: this.#values };
  }

  /** Ids of all that fit as far as events have no say in it, in no order, up to `limit`. */
  candidates(limit: number): Query {
    const conditions = [...this.#fixedConditions('l'), ...this.#sharpConditions('l.shipment_id')];
    const sql = `select l.shipment_id as id from shipment_lookup l where ${conditions.join(' and ')} limit ${this.#bind(limit)}`;
    return { sql, values: this.#values };
  }

  /** Ids and sort values of a page. */
  #ordered(from: string, conditions: readonly string[]): string {
    const { value, id } = this.#keys();
    const all = [...conditions, ...this.#behindCursor()];
    return `select ${id} as id, ${value ?? "''"} as sort_value from ${from}
      where ${all.join(' and ')} order by ${this.#inOrder(value, id)} limit ${this.#bind(this.#listing.limit)}`;
  }

  #pageOf(inner: string): Query {
    const { value } = this.#keys();
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
    const values = {
      updated: 'h.updated_at',
      created: null,
      despatch: `${this.#main}.despatch_day`,
      due: 'u.due_at',
      delivered: 'h.delivered_at',
    };
    return { value: values[this.#listing.order], id: idColumns[this.#main] };
  }

  #isInMilestoneOrder(): boolean {
    return this.#listing.order === 'created' || this.#listing.order === 'despatch';
  }

  #from(): string {
    const { destinationPostcode, exception } = this.#listing.filter;
    const id = idColumns[this.#main];
    const tables = [{ h: 'shipment h', l: 'shipment_lookup l', u: 'shipment_under_way u' }[this.#main]];
    if (this.#main !== 'h' && exception !== undefined) tables.push(`join shipment h on h.id = ${id}`);
    if (this.#main !== 'l' && destinationPostcode !== undefined)
      tables.push(`join shipment_lookup l on l.shipment_id = ${id}`);
    return tables.join(' ');
  }

  #conditions(milestones = this.#listing.filter.milestones): string[] {
    return [
      ...this.#changeConditions(milestones),
      ...this.#underWayConditions(),
      ...this.#fixedConditions(this.#main),
      ...this.#sharpConditions(idColumns[this.#main]),
      ...this.#despatchConditions(),
    ];
  }

  /** What is left to ask of shipments that fit as far as events have no say in it. */
  #amongConditions(ids: readonly string[]): string[] {
    return [
      `h.id = any(${this.#bind(ids)}::uuid[])`,
      ...this.#changeConditions(this.#listing.filter.milestones),
      ...this.#despatchConditions(),
    ];
  }

  /** What events change. */
  #changeConditions(milestones: readonly string[] | undefined): string[] {
    const { workspaceId, filter } = this.#listing;
    const table = this.#main === 'u' ? 'u' : 'h';
    const conditions: string[] = [];
    if (this.#main !== 'l') conditions.push(`${table}.workspace_id = ${this.#bind(workspaceId)}`);
    const [only, ...more] = milestones ?? [];
    if (more.length > 0) conditions.push(`${table}.milestone = any(${this.#bind(milestones)}::text[])`);
    else if (only !== undefined) conditions.push(`${table}.milestone = ${this.#bind(only)}`);
    if (filter.exception !== undefined)
      conditions.push(filter.exception ? 'h.has_exception' : 'not h.has_exception');
    if (filter.deliveredFrom !== undefined)
      conditions.push(`h.delivered_at >= ${this.#bind(filter.deliveredFrom)}::timestamptz`);
    if (filter.deliveredBefore !== undefined)
      conditions.push(`h.delivered_at < ${this.#bind(filter.deliveredBefore)}::timestamptz`);
    return conditions;
  }

  #underWayConditions(): string[] {
    const { dueFrom, dueBefore, notMovedSince } = this.#listing.filter;
    const conditions: string[] = [];
    if (dueFrom !== undefined) {
      // Infinity stands for a due date that nobody knows.
      conditions.push(`u.due_at >= ${this.#bind(dueFrom)}::timestamptz and u.due_at < 'infinity'`);
    }
    if (dueBefore !== undefined) conditions.push(`u.due_at < ${this.#bind(dueBefore)}::timestamptz`);
    if (notMovedSince !== undefined) conditions.push(`u.moved_on < ${this.#bind(notMovedSince)}::date`);
    return conditions;
  }

  /** What events leave alone. */
  #fixedConditions(table: Table): string[] {
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

  /** References, numbers, rules and what a search found lead to a handful of shipments each. */
  #sharpConditions(id: string): string[] {
    const { workspaceId, filter } = this.#listing;
    const conditions: string[] = [];
    if (filter.ids !== undefined) conditions.push(`${id} = any(${this.#bind(filter.ids)}::uuid[])`);
    if (filter.rule !== undefined) {
      conditions.push(
        `${id} in (select shipment_id from delivery_exception where workspace_id = ${this.#bind(workspaceId)} and rule = ${this.#bind(filter.rule)} and resolved_at is null)`,
      );
    }
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

/**
 * Whether filter or order are about what events change. Not being in trouble is no filter to begin with:
 * nearly all are not.
 */
export function isAboutChanges(listing: Pick<ShipmentListing, 'order' | 'filter'>): boolean {
  const { order, filter } = listing;
  if (isUnderWayOnly(listing)) return false;
  if (order === 'updated' || order === 'delivered') return true;
  return filter.milestones !== undefined || filter.exception === true || hasDelivery(filter);
}

/** Whether only shipments under way are meant. */
export function isUnderWayOnly({ order, filter }: Pick<ShipmentListing, 'order' | 'filter'>): boolean {
  const { dueFrom, dueBefore, notMovedSince } = filter;
  return order === 'due' || dueFrom !== undefined || dueBefore !== undefined || notMovedSince !== undefined;
}

function hasDelivery({ deliveredFrom, deliveredBefore }: ShipmentFilter): boolean {
  return deliveredFrom !== undefined || deliveredBefore !== undefined;
}

/**
 * Capital letters and digits only, as the look-up table keeps postcodes; so nothing is left that LIKE would
 * read as a pattern.
 */
function foldPostcode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
