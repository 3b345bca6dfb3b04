/**
 * One year of a medium-sized shipper, generated in the database: shipments spread evenly over the year, 90 %
 * delivered, 8 % under way (most of them young, some forgotten), 2 % with an exception; carriers and
 * countries with a realistic distribution. Eight facts each. Everything follows from the seed, so two runs
 * measure the same rows.
 */

export interface SeedTarget {
  query(sql: string, values?: readonly unknown[]): Promise<unknown>;
}

export interface SeedSize {
  shipments: number;
  eventsPerShipment: number;
  /** Chunks created in parallel; each needs a connection. */
  atOnce?: number;
}

const chunk = 25_000;
/** No statement may exceed the product's statement timeout, so the work is split into chunks. */
export async function seedList(target: SeedTarget, workspaceId: string, size: SeedSize): Promise<void> {
  const pieces = Math.ceil(size.shipments / chunk);
  // All workers take from this list until it is empty.
  const left = Array.from({ length: pieces }, (_, piece) => 1 + piece * chunk).values();
  const worker = async (): Promise<void> => {
    for (const from of left) await seedPiece(target, workspaceId, { ...size, from });
  };
  await Promise.all(Array.from({ length: size.atOnce ?? 1 }, worker));
}

async function seedPiece(
  target: SeedTarget,
  workspaceId: string,
  { from, shipments, eventsPerShipment }: SeedSize & { from: number },
): Promise<void> {
  const to = Math.min(from + chunk - 1, shipments);
  await target.query(shipmentsSql, [from, to, shipments, workspaceId]);
  await target.query(legsSql, [from, to, shipments, workspaceId]);
  if (eventsPerShipment > 0)
    await target.query(eventsSql, [from, to, shipments, workspaceId, eventsPerShipment]);
}

/**
 * Creates the statistics and visibility maps that autovacuum maintains in production. The record is only read
 * by key and is too large to be vacuumed here.
 */
export async function settle(target: SeedTarget): Promise<void> {
  for (const table of ['shipment', 'shipment_lookup', 'shipment_reference', 'leg']) {
    await target.query(`vacuum (analyze) ${table}`);
  }
  await target.query('analyze tracking_event');
}

/** A number from 0 to 1 that depends on row `i` and the salt only. */
const chance = (salt: string): string => `((hashtextextended(i || '${salt}', 0) & 1048575) / 1048576.0)`;

/** An id that sorts by its creation time, like the product's (UUID version 7). */
const timeId = (moment: string, salt: string): string =>
  `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '7' || substr(md5(i || '${salt}'), 1, 3) || '8' || substr(md5(i || '${salt}'), 4, 15))::uuid`;

const created = `(date_trunc('hour', now()) - interval '365 days' + interval '365 days' * (i::float8 / $3))`;

const country = `(array['NL','NL','NL','NL','NL','NL','NL','NL','DE','DE','DE','DE','BE','BE','FR','FR','GB','AT','ES','IT'])[1 + floor(${chance('country')} * 20)::int]`;
const rareCountry = `(array['PL','DK','SE','IE','LU','CH','CZ','PT','NO','FI','HU'])[1 + floor(power(${chance('rare')}, 2) * 11)::int]`;

const milestoneSql = `
  case
    when fate < 0.01 then 'exception'
    when fate < 0.02 then 'attempt_failed'
    when (i::float8 / $3) > 0.94 and fate < 0.87 or fate < 0.051 then
      (array['in_transit','in_transit','in_transit','in_transit','in_transit','info_received','info_received','out_for_delivery',
             'available_for_pickup','pending'])[1 + floor(${chance('way')} * 10)::int]
    when fate > 0.995 then 'returned'
    when fate > 0.992 then 'cancelled'
    when fate > 0.990 then 'expired'
    when fate > 0.985 then 'returning'
    else 'delivered'
  end`;

const subStatusSql = `
  case milestone when 'exception' then 'exception.damaged' when 'attempt_failed' then 'attempt_failed.not_home'
    when 'in_transit' then 'in_transit.arrived_facility' when 'info_received' then 'info_received.label_created'
    when 'out_for_delivery' then 'out_for_delivery.with_driver' when 'available_for_pickup' then 'available_for_pickup.ready'
    when 'pending' then 'pending.registered' when 'returned' then 'returned.to_sender' when 'cancelled' then 'cancelled.by_sender'
    when 'expired' then 'expired.no_updates' when 'returning' then 'returning.moving' else 'delivered.handed_over' end`;

const rowsSql = `
  select i, ${timeId(created, 's')} as id, ${timeId(created, 'l')} as leg_id, ${created} as created_at, ${chance('fate')} as fate,
    (array['dhl-unified','dhl-unified','dhl-unified','dhl-unified','postnl','postnl','postnl','ups','ups','gls'])[1 + floor(${chance('carrier')} * 10)::int] as usual,
    ${country} as usual_country, ${rareCountry} as rare_country
  from generate_series($1::int, $2::int) as i`;

const momentOf = (column: string): string =>
  `jsonb_build_object('localTime', to_char(${column} + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS'), 'precision', 'second', 'zone', 'Europe/Amsterdam',
     'zoneSource', 'place', 'occurredAt', (extract(epoch from ${column}) * 1000)::bigint)`;

/** The format of times in a stored state. */
const packedMoment = (column: string): string =>
  `jsonb_build_array(to_char(${column} + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS'), 'second', 'Europe/Amsterdam', 'place',
     (extract(epoch from ${column}) * 1000)::bigint)`;

const shipmentsSql = `
with rows as (${rowsSql}), ordered as (
  select *, ${milestoneSql} as milestone,
    case when ${chance('fedex')} < 0.03 then 'fedex' else usual end as carrier,
    case when ${chance('abroad')} < 0.04 then rare_country else usual_country end as country,
    least(now() - interval '1 second' * (1 + ${chance('fresh')} * 86400), created_at + interval '1 hour' * (20 + 100 * ${chance('transit')})) as moved_at
  from rows
), placed as (
  select *, ${subStatusSql} as sub_status, greatest(moved_at, created_at) as last_at,
    case country when 'GB' then 'SW' || lpad(floor(${chance('post')} * 100)::text, 2, '0') || ' 1AA' when 'NL' then lpad((1000 + floor(${chance('post')} * 8999))::text, 4, '0') || ' AB'
      else lpad(floor(${chance('post')} * 99999)::text, 5, '0') end as postcode
  from ordered
)
insert into shipment (id, workspace_id, tracking_id, references_given, recipient_name, recipient_email, destination, destination_country,
  destination_postcode, carrier, tracking_number, service, despatch_date, promised_to, milestone, sub_status, since, last_event_at,
  expected_to, delivered_at, has_exception, sequence, created_at, updated_at, states)
select id, $4::uuid, 'M' || lpad(i::text, 12, '0'), array['ORDER-' || i, 'CUSTOMER-' || (i % 50000)], 'Recipient ' || i, 'recipient' || i || '@shop.example',
  jsonb_build_object('name', 'Town ' || (i % 900), 'postcode', postcode, 'country', country), country, postcode, carrier,
  'SEED' || lpad(i::text, 12, '0'), 'standard', (created_at + interval '8 hours')::date, created_at + interval '4 days', milestone, sub_status, last_at, last_at,
  created_at + interval '3 days', case when milestone = 'delivered' then last_at end, milestone in ('exception', 'attempt_failed'), 9, created_at, last_at,
  jsonb_build_object('1', jsonb_strip_nulls(jsonb_build_object('milestone', milestone, 'subStatus', sub_status, 'since', ${packedMoment('last_at')},
    'last', jsonb_build_object('subStatus', sub_status, 'time', ${packedMoment('last_at')}, 'text', 'The parcel was handled at the depot', 'place',
      jsonb_build_object('name', 'Town ' || (i % 900), 'country', country, 'zone', 'Europe/Amsterdam', 'point', jsonb_build_object('lat', 52.1, 'lon', 5.1), 'radiusKm', 12)),
    'firstScan', ${packedMoment('created_at')}, 'deliveredAt', case when milestone = 'delivered' then ${packedMoment('last_at')} end,
    'ended', case when milestone in ('delivered', 'returned') then 'hard' when milestone in ('cancelled', 'expired') then 'soft' end, 'entryCount', 8,
    'details', jsonb_build_object('service', 'standard'), 'memory', jsonb_build_object('key', jsonb_build_array((extract(epoch from last_at) * 1000)::bigint, 0, 2, md5(i::text)),
      'labelAt', (extract(epoch from created_at) * 1000)::bigint))))
from placed`;

const legsSql = `
insert into leg (id, workspace_id, shipment_id, carrier, tracking_number, created_at)
select r.leg_id, $4::uuid, s.id, s.carrier, s.tracking_number, s.created_at
from (${rowsSql}) r join shipment s on s.id = r.id`;

// Sorted by time before they are numbered, so that the facts of one shipment are spread over the table as in
// production.
const eventsSql = `
with steps as (
  select r.i, r.leg_id, step, r.created_at + interval '9 hours' * step * (0.5 + ${chance('pace')}) as at
  from (${rowsSql}) r cross join generate_series(1, $5::int) as step
  order by at
), texts as (
  select *, (array['info_received.label_created','in_transit.accepted','in_transit.departed_facility','in_transit.arrived_facility','in_transit.processing',
    'in_transit.arrived_facility','out_for_delivery.with_driver','delivered.handed_over'])[step] as sub_status from steps
)
insert into tracking_event (leg_id, identity, revision, workspace_id, kind, occurred_at, milestone, sub_status, source, account_id, raw_message_id,
  received_at, fact)
select leg_id, md5(i || 'e' || step)::uuid, md5(i || 'r' || step)::uuid, $4::uuid, 'event', at, split_part(sub_status, '.', 1), sub_status, 'postnl/poll',
  $4::uuid, md5(i || 'm' || step)::uuid, at + interval '40 seconds',
  jsonb_strip_nulls(jsonb_build_object('kind', 'event', 'time', ${momentOf('at')}, 'milestone', split_part(sub_status, '.', 1), 'subStatus', sub_status, 'classifier', 'actual',
    'origin', 'carrier', 'reason', null, 'party', null, 'code', 'A' || step, 'subCode', null, 'text', 'The parcel was handled at the depot',
    'place', jsonb_build_object('name', 'Town ' || (i % 900), 'country', 'NL', 'zone', 'Europe/Amsterdam'), 'carrierEventId', null, 'sequence', null, 'signedBy', null,
    'confidence', jsonb_build_object('value', 0.97, 'factors', jsonb_build_object('mapping', 1, 'clock', 0.97, 'place', 1, 'source', 1, 'plausibility', 1))))
from texts`;
