/*
 * Builds the SQL for lists of shipments. The inner query finds the ids of a page through an index in its
 * order; the outer query fetches the columns that are shown.
 *
 *   due dates, missing movement     ──► `shipment_under_way` (u), a narrow row for each open shipment
 *   what events change              ──► `shipment` (h), whose few indexes include carrier and country
 *   everything else                 ──► `shipment_lookup` (l), which events never write
 */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import {
  changeConditions,
  columnOf,
  despatchConditions,
  exactConditions,
  fixedConditions,
  idColumns,
  type ListedTable,
  underWayConditions,
} from './listing-conditions.ts';
import {
  isAboutChanges,
  isUnderWayOnly,
  type ShipmentListing,
  type ShipmentOrder,
} from './shipment-listing.ts';
import { shipmentColumns } from './shipment-read.ts';

const froms: Readonly<Record<ListedTable, Sql>> = {
  h: sql`shipment h`,
  l: sql`shipment_lookup l`,
  u: sql`shipment_under_way u`,
};

const sortTypes: Readonly<Record<ShipmentOrder, Sql | null>> = {
  updated: sql`timestamptz`,
  created: null,
  despatch: sql`date`,
  due: sql`timestamptz`,
  delivered: sql`timestamptz`,
};

const listColumns = raw(shipmentColumns);

/** A column by which results are counted. */
export type CountedColumn = 'milestone' | 'carrier';

export class ListingQuery {
  readonly #listing: ShipmentListing;
  /** The table that defines the order. */
  readonly #main: ListedTable;
  readonly #id: Sql;

  constructor(listing: ShipmentListing) {
    this.#listing = listing;
    if (isUnderWayOnly(listing)) this.#main = 'u';
    else this.#main = isAboutChanges(listing) ? 'h' : 'l';
    this.#id = idColumns[this.#main];
  }

  /** One page in order. */
  page(): Sql {
    const { filter, order, limit } = this.#listing;
    const { milestones = [] } = filter;
    // The index keeps each milestone in order, so several milestones are read one by one and merged.
    const isMerged =
      milestones.length > 1 && this.#main === 'h' && (order === 'created' || order === 'despatch');
    if (!isMerged) return this.#pageOf(this.#ordered(this.#from(), this.#conditions()));
    const parts = milestones.map(
      (milestone) => sql`(${this.#ordered(this.#from(), this.#conditions([milestone]))})`,
    );
    const merged = this.#inOrder(sortTypes[order] && sql`sort_value`, sql`id`);
    return this.#pageOf(
      sql`select id, sort_value from (${join(parts, ' union all ')}) merged order by ${merged} limit ${limit}`,
    );
  }

  /** One page in order of the shipments among `ids` that match. */
  pageAmong(ids: readonly string[]): Sql {
    return this.#pageOf(this.#ordered(froms.h, this.#amongConditions(ids)));
  }

  /** Counts the matching shipments, up to `limit`. */
  count(limit: number): Sql {
    return sql`select count(*)::int as count from (select 1 from ${this.#from()} where ${all(this.#conditions())} limit ${limit}) fitting`;
  }

  /**
   * Counts by a column. Only for filters that leave no more than the open shipments or those with an
   * exception.
   */
  countBy(column: CountedColumn): Sql {
    const by = columnOf(this.#main, column);
    return sql`select ${by} as value, count(*)::int as count from ${this.#from()} where ${all(this.#conditions())} group by ${by}`;
  }

  /** Counts the shipments among `ids` that match, by a column. */
  countAmong(ids: readonly string[], column: CountedColumn): Sql {
    const by = columnOf('h', column);
    return sql`select ${by} as value, count(*)::int as count from shipment h where ${all(this.#amongConditions(ids))} group by ${by}`;
  }

  /** Ids that match the conditions which events never change, unordered, up to `limit`. */
  candidates(limit: number): Sql {
    const conditions = [
      ...fixedConditions('l', this.#listing),
      ...exactConditions(idColumns.l, this.#listing),
    ];
    return sql`select l.shipment_id as id from shipment_lookup l where ${all(conditions)} limit ${limit}`;
  }

  /** Ids and sort values of a page. */
  #ordered(from: Sql, conditions: readonly Sql[]): Sql {
    const value = this.#sortColumn();
    return sql`select ${this.#id} as id, ${value ?? sql`''`} as sort_value from ${from}
      where ${all([...conditions, ...this.#afterCursor()])} order by ${this.#inOrder(value, this.#id)} limit ${this.#listing.limit}`;
  }

  #pageOf(inner: Sql): Sql {
    const order = this.#inOrder(this.#sortColumn() && sql`page.sort_value`, sql`page.id`);
    return sql`select ${listColumns}, page.sort_value::text as "sortValue" from (${inner}) page
      join shipment s on s.id = page.id order by ${order}`;
  }

  #inOrder(value: Sql | null, id: Sql): Sql {
    const direction = this.#listing.newestFirst ? sql`desc` : sql`asc`;
    return value === null ? sql`${id} ${direction}` : sql`${value} ${direction}, ${id} ${direction}`;
  }

  /** The column that is sorted by, before the id. Null in creation order, because ids ascend with it. */
  #sortColumn(): Sql | null {
    const columns = {
      updated: sql`h.updated_at`,
      created: null,
      despatch: columnOf(this.#main, 'despatch_day'),
      due: sql`u.due_at`,
      delivered: sql`h.delivered_at`,
    };
    return columns[this.#listing.order];
  }

  #from(): Sql {
    const { destinationPostcode, exception } = this.#listing.filter;
    const joinsShipment = this.#main !== 'h' && exception !== undefined;
    const joinsLookup = this.#main !== 'l' && destinationPostcode !== undefined;
    return sql`${froms[this.#main]}${joinsShipment ? sql` join shipment h on h.id = ${this.#id}` : empty}${joinsLookup ? sql` join shipment_lookup l on l.shipment_id = ${this.#id}` : empty}`;
  }

  #conditions(milestones = this.#listing.filter.milestones): Sql[] {
    const { workspaceId, filter } = this.#listing;
    return [
      ...changeConditions(this.#main, { workspaceId, filter: { ...filter, milestones } }),
      ...underWayConditions(filter),
      ...fixedConditions(this.#main, this.#listing),
      ...exactConditions(this.#id, this.#listing),
      ...despatchConditions(this.#main, filter),
    ];
  }

  /** The conditions that remain for shipments which match those that events never change. */
  #amongConditions(ids: readonly string[]): Sql[] {
    return [
      sql`h.id = any(${ids}::uuid[])`,
      ...changeConditions(this.#main, this.#listing),
      ...despatchConditions(this.#main, this.#listing.filter),
    ];
  }

  #afterCursor(): Sql[] {
    const { after, order, newestFirst } = this.#listing;
    if (after === null) return [];
    const comparison = newestFirst ? sql`<` : sql`>`;
    const value = this.#sortColumn();
    const type = sortTypes[order];
    if (value === null || type === null) return [sql`${this.#id} ${comparison} ${after.id}::uuid`];
    return [sql`(${value}, ${this.#id}) ${comparison} (${after.value}::${type}, ${after.id}::uuid)`];
  }
}

function all(conditions: readonly Sql[]): Sql {
  return join(conditions, ' and ');
}
