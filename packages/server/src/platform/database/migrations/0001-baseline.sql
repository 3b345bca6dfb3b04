-- compatible
-- The baseline: every table of the first release, grouped by the module that owns it.

-- ── people ──────────────────────────────────────────────────────────────────────────────────────────────────

create table workspace (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  email_verified boolean not null default false,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- How a person signs in. The only provider today is a password, stored as a scrypt hash.
create table credential (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  provider text not null,
  account text not null,
  password_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, account)
);
create index credential_person on credential (person_id);

-- The cookie contains the token and a signature made with the installation's key, so a leaked row is not
-- enough to sign in.
create table session (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  token text not null unique,
  address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_person on session (person_id);
create index session_expiry on session (expires_at);

-- Password reset links, and sign-ins that wait for a second factor. The identifier is a hash.
create table verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);
create index verification_expiry on verification (expires_at);

-- The secret and the backup codes are encrypted with a key derived from the installation's key.
create table second_factor (
  id uuid primary key,
  person_id uuid not null unique references person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failures integer not null default 0,
  locked_until timestamptz
);

create table membership (
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, person_id)
);
create index membership_person on membership (person_id);

-- Only a hash of the token is stored. A second invitation for the same e-mail address replaces the first.
create table invitation (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  email text not null check (email = lower(email)),
  role text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  unique (workspace_id, email)
);

-- Only a hash of the key is stored; `hint` is the key's last four characters, shown in lists. An installation
-- key has access to every workspace.
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

-- ── platform ────────────────────────────────────────────────────────────────────────────────────────────────

-- Failed-attempt counters for rate limiting, shared by all processes. The name is a keyed hash, so it reveals
-- no address, account or number.
create table attempt_count (
  name text primary key,
  count integer not null,
  expires_at timestamptz not null
);
create index attempt_count_expiry on attempt_count (expires_at);

-- Responses by Idempotency-Key. `status` is null while the first request is still running.
create table idempotency_key (
  workspace_id uuid not null references workspace on delete cascade,
  key text not null,
  request_hash bytea not null,
  status smallint,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);

-- ── carriers ────────────────────────────────────────────────────────────────────────────────────────────────

-- An account with an outside service. `connector` names the connector within its kind, for example `postnl`.
-- `settings_sealed` is encrypted with the installation's key. `hook_token` is part of the URL to which the
-- service pushes.
create table account (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  kind text not null default 'carrier'
    check (kind in ('carrier', 'shop', 'warehouse', 'messenger', 'helpdesk', 'fleet', 'format')),
  connector text not null,
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
create index account_workspace on account (workspace_id, kind, connector);

-- Events per hour by delay between the event and its receipt: slot n is a delay of at least 2^(n/4) seconds,
-- slot -1 an unknown delay. Counted from the record by a job; `feed_cursor` is the last position that is
-- counted.
create table feed_hour (
  workspace_id uuid not null references workspace on delete cascade,
  account_id uuid not null,
  hour timestamptz not null,
  slot smallint not null,
  events integer not null,
  primary key (workspace_id, account_id, hour, slot)
);
create table feed_cursor (
  workspace_id uuid primary key references workspace on delete cascade,
  position bigint not null
);

-- ── ingestion ───────────────────────────────────────────────────────────────────────────────────────────────

-- Verbatim messages, one partition a day; retention drops whole partitions. A message is stored here before
-- it is decoded.
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

-- Duplicate detection per account: a message with the same content is counted and not processed again.
create table raw_digest (
  account_id uuid not null,
  content_hash bytea not null,
  raw_message_id uuid not null,
  first_received_at timestamptz not null,
  last_received_at timestamptz not null,
  seen integer not null default 1,
  primary key (account_id, content_hash)
);

-- The queue of messages to be decoded. Rows are narrow and short-lived, so a peak only makes the queue
-- longer.
create table inbox (
  position bigint generated always as identity primary key,
  raw_message_id uuid not null,
  received_at timestamptz not null,
  workspace_id uuid not null,
  attempts smallint not null default 0,
  not_before timestamptz not null default '-infinity',
  -- 0 for the first decoding; a replay uses its own time in milliseconds, so that the last decoding wins.
  reading bigint not null default 0
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000);

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

-- ── tracking: shipments and the record of events ────────────────────────────────────────────────────────────

create table shipment (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- Made unique by shipment_lookup.
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
  -- The day of registration where no despatch date is given, so that every shipment has a place in a list
  -- sorted by despatch.
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
  -- Codes of the open delivery exceptions (no_first_scan …).
  open_exceptions text[] not null default '{}',
  -- There is an open delivery exception, or the milestone itself is a problem.
  has_exception boolean not null default false,
  flags text[] not null default '{}',
  sequence bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- JSON, one state per parcel by its position: {"1": {...}}; see domain/tracking/state.ts. It is only read
  -- and written as a whole, and `text` saves the validation that `json` does on each write.
  states text not null
) with (
  fillfactor = 80,
  -- Every event rewrites its shipment's row. Compressing the row each time costs more than the pages it
  -- saves.
  toast_tuple_target = 4080,
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.05
);

-- Nearly every event updates its shipment, and each index of this table then gets a new entry. So there are
-- only indexes that sort or filter by what events change, and they include the other columns that lists
-- filter by. Everything else is looked up in shipment_lookup and shipment_under_way.
create index shipment_updated on shipment (workspace_id, updated_at, id) include (milestone, carrier, destination_country);
create index shipment_milestone on shipment (workspace_id, milestone, id) include (carrier, destination_country);
create index shipment_milestone_despatch on shipment (workspace_id, milestone, despatch_day, id);
-- The partial indexes below have no entry for a shipment that is in transit without a problem, so its events
-- do not pay for them.
create index shipment_exception_updated on shipment (workspace_id, updated_at, id) where has_exception;
create index shipment_exception_created on shipment (workspace_id, id) where has_exception;
create index shipment_exception_despatch on shipment (workspace_id, despatch_day, id) where has_exception;
create index shipment_exception_carrier on shipment (workspace_id, carrier, milestone) where has_exception;
create index shipment_delivered on shipment (workspace_id, delivered_at, id) where delivered_at is not null;

-- One use of a carrier's tracking number. Carriers reuse numbers, so a leg has a period of validity.
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

-- Positions of tracking_event and outbox. Readers use them as cursors (ADR 0004).
create sequence record_position;

-- The append-only record. The key starts with the leg: an event belongs to its leg for ever, and to a
-- shipment only after that is registered.
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
  -- Only read and written as a whole, so it is stored as the text that was sent
  -- (ADR 0014).
  fact json not null,
  primary key (leg_id, identity, revision)
);
create index tracking_event_position on tracking_event (workspace_id, position);

-- Events are never changed. Retention and erasure set milepost.erasure to 'on' for their own transaction.
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

-- ── tracking: look-up by what events do not change ──────────────────────────────────────────────────────────
-- Both tables are maintained by triggers.

create table shipment_lookup (
  shipment_id uuid primary key references shipment on delete cascade,
  workspace_id uuid not null,
  tracking_id text not null unique,
  carrier text not null,
  destination_country text,
  -- Capital letters and digits only, because postcodes are written in many ways.
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
  if not exists (select from inserted) then
    return null;
  end if;
  insert into shipment_lookup (shipment_id, workspace_id, tracking_id, carrier, destination_country, destination_postcode, despatch_day)
  select id, workspace_id, tracking_id, carrier, destination_country, upper(regexp_replace(destination_postcode, '[^A-Za-z0-9]', '', 'g')), despatch_day
  from inserted;
  insert into shipment_reference (workspace_id, reference, shipment_id)
  select distinct workspace_id, reference, id from inserted, unnest(references_given) as reference;
  return null;
end $$;
create trigger shipment_lookup_after_insert after insert on shipment
  referencing new table as inserted for each statement execute function add_shipment_lookup();

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
create trigger shipment_lookup_after_update after update on shipment for each row
  when (old.destination_country is distinct from new.destination_country or old.destination_postcode is distinct from new.destination_postcode
        or old.despatch_day is distinct from new.despatch_day or old.references_given is distinct from new.references_given)
  execute function change_shipment_lookup();

-- ── tracking: full-text search ──────────────────────────────────────────────────────────────────────────────
-- Stored text and search input are normalised by the same functions. The search keys are computed here and
-- indexed by GIN over an array, which needs no extension. Each key contains the workspace, so a search reads
-- no entries of other workspaces (ADR 0013).

-- Lower case without accents, independent of the database's locale.
create function search_fold(typed text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(lower(translate(regexp_replace(normalize(typed, nfkd), '[\u0300-\u036f]', '', 'g'),
    'ØøŁłĐđıÆŒАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς',
    'oollddiæœабвгдежзиклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωσ')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;

-- A number or reference without separators: spaces, hyphens, dots.
create function search_squeeze(typed text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(search_fold(typed), '[\u0001-\u002f\u003a-\u0060\u007b-\u00a0\u2000-\u206f]+', '', 'g')
$$;

-- The same for a list. The items are joined by \u0001, which does not occur in input.
create function search_codes(given text[]) returns text[] language sql immutable parallel safe as $$
  select string_to_array(regexp_replace(search_fold(array_to_string(given, E'\u0001')), '[\u0002-\u002f\u003a-\u0060\u007b-\u00a0\u2000-\u206f]+', '', 'g'), E'\u0001')
$$;

create function search_words(typed text) returns text[] language sql immutable strict parallel safe as $$
  select string_to_array(btrim(regexp_replace(search_fold(left(typed, 600)), '[\u0001-\u002f\u003a-\u0060\u007b-\u00a0\u2000-\u206f]+', ' ', 'g')), ' ')
$$;

-- A word, and the word without each one of its characters. Two words with one typing error between them share
-- one of these. Words of three letters are only used whole, because otherwise nearly all of them would match
-- each other.
create function search_slips(word text) returns text[] language sql immutable strict parallel safe as $$
  select case when length(word) < 3 or word ~ '[0-9]' then '{}' when length(word) = 3 then array[word] else
    array(select left(word, place - 1) || substr(word, place + 1) from generate_series(1, length(word) + 1) as place) end
$$;

-- Key prefixes: c = four consecutive characters of a number, b = start of a number, x = whole word, p = start
-- of a word, d = a word with one character left out (search_slips). Loops are used because queries for these
-- keys cost five times as much, and each registration computes them.
create function search_keys(workspace uuid, codes text[], words text[]) returns integer[] language plpgsql immutable parallel safe as $$
declare
  salt text := workspace::text;
  keys integer[] := '{}';
  code text;
  word text;
begin
  foreach code in array codes loop
    for place in 1 .. least(length(code), 64) - 3 loop
      keys := keys || hashtext(salt || 'c' || substr(code, place, 4));
    end loop;
    keys := keys || hashtext(salt || 'b' || left(code, 2)) || hashtext(salt || 'b' || left(code, 3));
  end loop;
  foreach word in array words loop
    word := left(word, 24);
    keys := keys || hashtext(salt || 'x' || word);
    for size in 2 .. length(word) loop
      keys := keys || hashtext(salt || 'p' || left(word, size));
    end loop;
    if length(word) >= 4 and word !~ '[0-9]' then
      for place in 1 .. length(word) + 1 loop
        keys := keys || hashtext(salt || 'd' || left(word, place - 1) || substr(word, place + 1));
      end loop;
    end if;
  end loop;
  return keys;
end $$;

-- Of an e-mail address the part before the @; of a postcode both forms, with and without separators.
create function shipment_words(name text, email text, postcode text) returns text[] language sql immutable parallel safe as $$
  select search_words(concat_ws(' ', name, split_part(email, '@', 1), postcode, regexp_replace(postcode, '[\s-]', '', 'g')))
$$;

-- Written when a shipment is registered or corrected, not by events.
create table shipment_search (
  shipment_id uuid primary key references shipment on delete cascade,
  workspace_id uuid not null,
  codes text[] not null,
  words text[] not null,
  keys integer[] not null generated always as (search_keys(workspace_id, codes, words)) stored
);
create index shipment_search_newest on shipment_search (workspace_id, shipment_id);
-- Every search reads the whole pending list of a GIN index, so the list is kept short.
create index shipment_search_keys on shipment_search using gin (keys) with (gin_pending_list_limit = 256);

create function add_shipment_search() returns trigger language plpgsql as $$
begin
  insert into shipment_search (shipment_id, workspace_id, codes, words)
  select id, workspace_id,
    search_codes(array[tracking_id, tracking_number] || references_given || array(select leg.tracking_number from leg where leg.shipment_id = inserted.id)),
    shipment_words(recipient_name, recipient_email, destination_postcode)
  from inserted;
  return null;
end $$;
create trigger shipment_search_after_insert after insert on shipment
  referencing new table as inserted for each statement execute function add_shipment_search();

create function change_shipment_search() returns trigger language plpgsql as $$
begin
  update shipment_search set words = shipment_words(new.recipient_name, new.recipient_email, new.destination_postcode),
    codes = search_codes(array[new.tracking_id, new.tracking_number] || new.references_given
      || array(select leg.tracking_number from leg where leg.shipment_id = new.id))
  where shipment_id = new.id;
  return null;
end $$;
create trigger shipment_search_after_update after update on shipment for each row
  when (old.references_given is distinct from new.references_given or old.recipient_name is distinct from new.recipient_name
        or old.recipient_email is distinct from new.recipient_email or old.destination_postcode is distinct from new.destination_postcode)
  execute function change_shipment_search();

-- Further parcels, and carriers that take over a parcel, add their own numbers.
create function add_leg_search() returns trigger language plpgsql as $$
begin
  update shipment_search set codes = codes || search_codes(array[new.tracking_number])
  where shipment_id = new.shipment_id and not codes @> search_codes(array[new.tracking_number]);
  return null;
end $$;
create trigger leg_search_after_update after update of shipment_id on leg for each row
  when (new.shipment_id is not null and old.shipment_id is distinct from new.shipment_id) execute function add_leg_search();

-- ── tracking: shipments under way ───────────────────────────────────────────────────────────────────────────

-- One narrow row for each shipment that has not ended. Added by the trigger below, updated and removed by the
-- statement that writes a batch (modules/tracking/store/write-batch.ts). Movement is stored as a day, so only
-- the first event of a day writes here.
create table shipment_under_way (
  shipment_id uuid primary key references shipment on delete cascade,
  workspace_id uuid not null,
  carrier text not null,
  destination_country text,
  milestone text not null,
  -- Promised, else expected, else infinity.
  due_at timestamptz not null,
  -- Day of the newest event in UTC; before the first event, the day of registration.
  moved_on date not null
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02);
create index shipment_under_way_created on shipment_under_way (workspace_id, shipment_id) include (milestone, carrier, destination_country, due_at, moved_on);
create index shipment_under_way_due on shipment_under_way (workspace_id, due_at, shipment_id) include (milestone, carrier, destination_country, moved_on);
create index shipment_under_way_moved on shipment_under_way (workspace_id, moved_on, shipment_id) include (milestone, carrier, destination_country, due_at);

-- The milestones are those that end a shipment (endedMilestones in packages/domain); a test keeps the two
-- lists equal.
create function add_under_way() returns trigger language plpgsql as $$
begin
  insert into shipment_under_way (shipment_id, workspace_id, carrier, destination_country, milestone, due_at, moved_on)
  select id, workspace_id, carrier, destination_country, milestone, coalesce(promised_to, expected_to, 'infinity'), (coalesce(last_event_at, created_at) at time zone 'UTC')::date
  from inserted where milestone not in ('delivered', 'returned', 'cancelled', 'expired');
  return null;
end $$;
create trigger shipment_under_way_after_insert after insert on shipment
  referencing new table as inserted for each statement execute function add_under_way();

-- Saved list settings. `owner` is the id of the person, or of the API key that created the view.
create table saved_view (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  owner text not null,
  name text not null,
  is_shared boolean not null default false,
  query jsonb not null,
  columns text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index saved_view_workspace on saved_view (workspace_id, owner);

-- ── exceptions ──────────────────────────────────────────────────────────────────────────────────────────────

-- When a rule is to be checked next.
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
create index delivery_exception_rule on delivery_exception (workspace_id, rule, shipment_id) where resolved_at is null;

-- ── outbound ────────────────────────────────────────────────────────────────────────────────────────────────

-- Changes of shipments, written in the transaction that makes them. Positions become visible in ascending
-- order (ADR 0004).
create table outbox (
  position bigint not null default nextval('record_position'),
  workspace_id uuid not null,
  shipment_id uuid not null,
  shipment_sequence bigint not null,
  type text not null,
  -- JSON that is passed on unread; `text` saves the validation.
  payload text not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, position)
);

create table webhook_endpoint (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  url text not null,
  secret_sealed bytea not null,
  enabled boolean not null default true,
  -- Position in the outbox up to which deliveries are planned.
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

-- ── insights ────────────────────────────────────────────────────────────────────────────────────────────────

-- The overview's figures of each day. `is_reconstructed`: computed afterwards from the record, because no
-- process recorded them on the day.
create table overview_day (
  workspace_id uuid not null references workspace on delete cascade,
  day date not null,
  needs_person integer not null,
  at_risk integer not null,
  out_for_delivery integer not null,
  delivered integer not null,
  not_moved integer not null,
  is_reconstructed boolean not null default false,
  noted_at timestamptz not null default now(),
  primary key (workspace_id, day)
);

-- ── portal ──────────────────────────────────────────────────────────────────────────────────────────────────

create table workspace_brand (
  workspace_id uuid primary key references workspace on delete cascade,
  brand jsonb not null,
  logo bytea,
  logo_type text,
  updated_at timestamptz not null default now()
);
