import sql, { raw, type Sql } from 'sql-template-tag';
import type { ShipmentFilter, ShipmentListing } from './shipment-listing.ts';

/** Aliases of the tables that lists read: shipment, shipment_lookup, shipment_under_way. */
export type ListedTable = 'h' | 'l' | 'u';
type ListedColumn =
  | 'workspace_id'
  | 'carrier'
  | 'milestone'
  | 'destination_country'
  | 'despatch_day'
  | 'shipment_id';

export const idColumns: Readonly<Record<ListedTable, Sql>> = {
  h: sql`h.id`,
  l: sql`l.shipment_id`,
  u: sql`u.shipment_id`,
};

export function columnOf(table: ListedTable, name: ListedColumn): Sql {
  return raw(`${table}.${name}`);
}

type Scope = Pick<ShipmentListing, 'workspaceId' | 'filter'>;

/** Conditions on columns that events change. */
export function changeConditions(table: ListedTable, { workspaceId, filter }: Scope): Sql[] {
  const { milestones = [], exception, deliveredFrom, deliveredBefore } = filter;
  const changed = table === 'u' ? 'u' : 'h';
  const milestone = columnOf(changed, 'milestone');
  return [
    when(table !== 'l', () => sql`${columnOf(changed, 'workspace_id')} = ${workspaceId}`),
    when(milestones.length > 1, () => sql`${milestone} = any(${milestones}::text[])`),
    when(milestones.length === 1, () => sql`${milestone} = ${milestones[0]}`),
    when(exception === true, () => sql`h.has_exception`),
    when(exception === false, () => sql`not h.has_exception`),
    given(deliveredFrom, (from) => sql`h.delivered_at >= ${from}::timestamptz`),
    given(deliveredBefore, (before) => sql`h.delivered_at < ${before}::timestamptz`),
  ].flat();
}

export function underWayConditions({ dueFrom, dueBefore, notMovedSince }: ShipmentFilter): Sql[] {
  return [
    // An unknown due date is stored as infinity.
    given(dueFrom, (from) => sql`u.due_at >= ${from}::timestamptz and u.due_at < 'infinity'`),
    given(dueBefore, (before) => sql`u.due_at < ${before}::timestamptz`),
    given(notMovedSince, (day) => sql`u.moved_on < ${day}::date`),
  ].flat();
}

/** Conditions on columns that events never change. */
export function fixedConditions(table: ListedTable, { workspaceId, filter }: Scope): Sql[] {
  const { carrier, destinationCountry, destinationPostcode } = filter;
  return [
    when(table === 'l', () => sql`l.workspace_id = ${workspaceId}`),
    given(carrier, (name) => sql`${columnOf(table, 'carrier')} = ${name}`),
    given(destinationCountry, (code) => sql`${columnOf(table, 'destination_country')} = ${code}`),
    given(destinationPostcode, (start) => sql`l.destination_postcode like ${`${foldPostcode(start)}%`}`),
  ].flat();
}

/** References, numbers, rules and search results: each of them matches only a few shipments. */
export function exactConditions(id: Sql, { workspaceId, filter }: Scope): Sql[] {
  const { ids, rule, reference, trackingNumber } = filter;
  return [
    given(ids, (list) => sql`${id} = any(${list}::uuid[])`),
    given(
      rule,
      (name) =>
        sql`${id} in (select shipment_id from delivery_exception where workspace_id = ${workspaceId} and rule = ${name} and resolved_at is null)`,
    ),
    given(
      reference,
      (text) =>
        sql`${id} in (select shipment_id from shipment_reference where workspace_id = ${workspaceId} and reference = ${text})`,
    ),
    given(
      trackingNumber,
      (number) =>
        sql`${id} in (select shipment_id from leg where workspace_id = ${workspaceId} and tracking_number = ${number})`,
    ),
  ].flat();
}

export function despatchConditions(
  table: ListedTable,
  { despatchedFrom, despatchedTo }: ShipmentFilter,
): Sql[] {
  const day = columnOf(table, 'despatch_day');
  return [
    given(despatchedFrom, (from) => sql`${day} >= ${from}::date`),
    given(despatchedTo, (to) => sql`${day} <= ${to}::date`),
  ].flat();
}

function when(applies: boolean, condition: () => Sql): Sql[] {
  return applies ? [condition()] : [];
}

function given<T>(value: T | undefined, condition: (value: T) => Sql): Sql[] {
  return value === undefined ? [] : [condition(value)];
}

/**
 * Keeps letters and digits, as the look-up table does, so no character is left that LIKE treats as a
 * wildcard.
 */
function foldPostcode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
