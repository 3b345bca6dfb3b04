-- compatible
-- The first schema: workspaces and keys, the raw record, facts, shipments, outbox, deadlines, review.

create table workspace (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table app_user (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  created_at timestamptz not null default now()
);

create table membership (
  workspace_id uuid not null references workspace on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  role text not null,
  primary key (workspace_id, user_id)
);

-- Only a hash of the key is kept; `hint` is its last four characters, to tell keys apart on a list. An installation key sees every workspace.
create table api_key (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  name text not null,
  hint text not null,
  secret_hash bytea not null unique,
  scopes text[] not null,
  is_installation boolean not null default false,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_workspace on api_key (workspace_id);

-- `settings_sealed` is encrypted with the installation's key; `hook_token` makes the address at which the carrier pushes.
create table carrier_account (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  carrier text not null,
  name text not null,
  hook_token text not null unique,
  settings_sealed bytea not null,
  poll_enabled boolean not null default false,
  adopts_unknown boolean not null default false,
  created_at timestamptz not null default now(),
  last_received_at timestamptz,
  last_polled_at timestamptz,
  poll_paused_until timestamptz,
  poll_failures integer not null default 0,
  last_failure text
);
create index carrier_account_workspace on carrier_account (workspace_id, carrier);

-- Verbatim messages, one partition a day, dropped by retention. Nothing is decoded that is not here first.
create table raw_message (
  id uuid not null,
  received_at timestamptz not null,
  workspace_id uuid not null,
  account_id uuid not null,
  carrier text not null,
  kind text not null,
  content_type text,
  headers jsonb not null,
  asked_for text[],
  content_hash bytea not null,
  body bytea not null,
  primary key (received_at, id)
) partition by range (received_at);
create table raw_message_default partition of raw_message default;

-- Tells the same content again from something new, per account. The same again is counted, not processed again.
create table raw_digest (
  account_id uuid not null,
  content_hash bytea not null,
  raw_message_id uuid not null,
  first_received_at timestamptz not null,
  last_received_at timestamptz not null,
  seen integer not null default 1,
  primary key (account_id, content_hash)
);

-- Messages that wait to be decoded. Rows are narrow and short-lived; a spike is a longer queue and never a loss.
create table inbox (
  position bigint generated always as identity primary key,
  raw_message_id uuid not null,
  received_at timestamptz not null,
  workspace_id uuid not null,
  attempts smallint not null default 0,
  not_before timestamptz not null default '-infinity',
  -- 0 for the first reading; a replay carries its moment in milliseconds, so that the last reading holds.
  reading bigint not null default 0
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000);

create table shipment (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- Unique by shipment_lookup.
  tracking_id text not null,
  references_given text[] not null default '{}',
  recipient_name text,
  recipient_email text,
  origin jsonb,
  destination jsonb,
  destination_country text,
  destination_postcode text,
  carrier text not null,
  tracking_number text not null,
  service text,
  despatch_date date,
  -- Where no date was given the day of registration counts, so that every shipment has its place in a list by despatch.
  despatch_day date not null generated always as (coalesce(despatch_date, (created_at at time zone 'UTC')::date)) stored,
  promised_from timestamptz,
  promised_to timestamptz,
  milestone text not null,
  sub_status text not null,
  since timestamptz,
  last_event_at timestamptz,
  expected_from timestamptz,
  expected_to timestamptz,
  delivered_at timestamptz,
  -- Rules that hold now (no_first_scan …); with the milestone they make the shipment an exception.
  open_alerts text[] not null default '{}',
  has_exception boolean not null default false,
  flags text[] not null default '{}',
  sequence bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- One state a parcel, by its position: {"1": {...}}. See domain/tracking/state.ts.
  states jsonb not null
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

-- Nearly every event changes its shipment, and then every index of this table gets a new entry; so there are only those that sort or filter by what
-- events change, and they carry along what else lists filter by. The rest is looked up in the two tables below. Every index here
-- is paid for with nearly every event, so nothing else a list filters by is indexed on this table.
create index shipment_updated on shipment (workspace_id, updated_at, id) include (milestone, carrier, destination_country);
create index shipment_milestone on shipment (workspace_id, milestone, id) include (carrier, destination_country);
create index shipment_milestone_despatch on shipment (workspace_id, milestone, despatch_day, id);
create index shipment_exception_updated on shipment (workspace_id, updated_at, id) where has_exception;
create index shipment_exception_created on shipment (workspace_id, id) where has_exception;
create index shipment_exception_despatch on shipment (workspace_id, despatch_day, id) where has_exception;

-- What lists filter by and events leave alone; kept by triggers, so that nobody has to remember it.
create table shipment_lookup (
  shipment_id uuid primary key references shipment on delete cascade,
  workspace_id uuid not null,
  tracking_id text not null unique,
  carrier text not null,
  destination_country text,
  -- Capital letters and digits only, because people write postcodes in many ways.
  destination_postcode text collate "C",
  despatch_day date not null
);
create index shipment_lookup_created on shipment_lookup (workspace_id, shipment_id);
create index shipment_lookup_carrier on shipment_lookup (workspace_id, carrier, shipment_id);
create index shipment_lookup_carrier_despatch on shipment_lookup (workspace_id, carrier, despatch_day, shipment_id);
create index shipment_lookup_country on shipment_lookup (workspace_id, destination_country, shipment_id);
create index shipment_lookup_country_despatch on shipment_lookup (workspace_id, destination_country, despatch_day, shipment_id);
create index shipment_lookup_postcode on shipment_lookup (workspace_id, destination_postcode, shipment_id);
create index shipment_lookup_despatch on shipment_lookup (workspace_id, despatch_day, shipment_id);

create table shipment_reference (
  workspace_id uuid not null,
  reference text not null,
  shipment_id uuid not null references shipment on delete cascade,
  primary key (workspace_id, reference, shipment_id)
);
create index shipment_reference_shipment on shipment_reference (shipment_id);

create function add_shipment_lookup() returns trigger language plpgsql as $$
begin
  if not exists (select from fresh) then
    return null;
  end if;
  insert into shipment_lookup (shipment_id, workspace_id, tracking_id, carrier, destination_country, destination_postcode, despatch_day)
  select id, workspace_id, tracking_id, carrier, destination_country, upper(regexp_replace(destination_postcode, '[^A-Za-z0-9]', '', 'g')), despatch_day
  from fresh;
  insert into shipment_reference (workspace_id, reference, shipment_id)
  select distinct workspace_id, reference, id from fresh, unnest(references_given) as reference;
  return null;
end $$;
create trigger shipment_looked_up after insert on shipment
  referencing new table as fresh for each statement execute function add_shipment_lookup();

create function change_shipment_lookup() returns trigger language plpgsql as $$
begin
  update shipment_lookup set destination_country = new.destination_country, despatch_day = new.despatch_day,
    destination_postcode = upper(regexp_replace(new.destination_postcode, '[^A-Za-z0-9]', '', 'g'))
  where shipment_id = new.id;
  if old.references_given is distinct from new.references_given then
    delete from shipment_reference where shipment_id = new.id;
    insert into shipment_reference (workspace_id, reference, shipment_id)
    select distinct new.workspace_id, reference, new.id from unnest(new.references_given) as reference;
  end if;
  return null;
end $$;
create trigger shipment_looked_up_anew after update on shipment for each row
  when (old.destination_country is distinct from new.destination_country or old.destination_postcode is distinct from new.destination_postcode
        or old.despatch_day is distinct from new.despatch_day or old.references_given is distinct from new.references_given)
  execute function change_shipment_lookup();

create table leg (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  shipment_id uuid references shipment on delete cascade,
  parcel smallint not null default 1,
  carrier text not null,
  tracking_number text not null,
  valid_from timestamptz not null default '-infinity',
  valid_to timestamptz not null default 'infinity',
  account_id uuid,
  created_at timestamptz not null default now(),
  next_poll_at timestamptz,
  last_asked_at timestamptz,
  last_answer text,
  unique (workspace_id, carrier, tracking_number, valid_from)
);
create index leg_shipment on leg (shipment_id) where shipment_id is not null;
create index leg_number on leg (workspace_id, tracking_number text_pattern_ops);
create index leg_next_poll on leg (next_poll_at) where next_poll_at is not null;

create sequence record_position;

-- The record: append-only. Keyed by leg, because a fact belongs to a leg for ever and to a shipment only once somebody registers it.
create table tracking_event (
  leg_id uuid not null,
  identity uuid not null,
  revision uuid not null,
  position bigint not null default nextval('record_position'),
  workspace_id uuid not null,
  kind text not null,
  occurred_at timestamptz,
  milestone text,
  sub_status text,
  source text not null,
  account_id uuid not null,
  raw_message_id uuid not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  reading bigint not null default 0,
  fact jsonb not null,
  primary key (leg_id, identity, revision)
);
create index tracking_event_position on tracking_event (workspace_id, position);

-- History is never rewritten. Retention and erasure set milepost.erasure to 'on' for their own transaction.
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('milepost.erasure', true), '') = 'on' then
    return coalesce(old, new);
  end if;
  raise exception 'tracking_event is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger tracking_event_append_only before update or delete on tracking_event
  for each row execute function refuse_rewriting_history();
create trigger tracking_event_no_truncate before truncate on tracking_event
  for each statement execute function refuse_rewriting_history();

-- What changed, written in the transaction that changed it. Positions become visible in ascending order (see pipeline/publish).
create table outbox (
  position bigint primary key default nextval('record_position'),
  workspace_id uuid not null,
  shipment_id uuid not null,
  shipment_sequence bigint not null,
  type text not null,
  payload jsonb not null,
  written_at timestamptz not null default clock_timestamp()
);
create index outbox_workspace on outbox (workspace_id, position);

create table deadline (
  shipment_id uuid not null references shipment on delete cascade,
  rule text not null,
  workspace_id uuid not null,
  due_at timestamptz not null,
  primary key (shipment_id, rule)
);
create index deadline_due on deadline (due_at);

create table delivery_exception (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  shipment_id uuid not null references shipment on delete cascade,
  rule text not null,
  cause text not null,
  severity text not null,
  detail text not null,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  unique (shipment_id, rule, cause)
);
create index delivery_exception_open on delivery_exception (workspace_id, opened_at) where resolved_at is null;

create table review_entry (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspace on delete cascade,
  account_id uuid not null,
  carrier text not null,
  kind text not null,
  cause text not null,
  detail text not null,
  pointer text not null,
  raw_message_id uuid not null,
  received_at timestamptz not null,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_as text
);
create index review_entry_open on review_entry (workspace_id, carrier, kind, cause) where closed_at is null;
create index review_entry_raw on review_entry (raw_message_id);

create table webhook_endpoint (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  url text not null,
  secret_sealed bytea not null,
  enabled boolean not null default true,
  -- Everything up to here has become deliveries.
  cursor bigint not null,
  created_at timestamptz not null default now()
);
create index webhook_endpoint_workspace on webhook_endpoint (workspace_id);

create table webhook_delivery (
  endpoint_id uuid not null references webhook_endpoint on delete cascade,
  outbox_position bigint not null,
  attempts smallint not null default 0,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  last_failure text,
  primary key (endpoint_id, outbox_position)
);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where next_attempt_at is not null;

create table idempotency_key (
  workspace_id uuid not null references workspace on delete cascade,
  key text not null,
  request_hash bytea not null,
  status smallint,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);
