-- compatible
-- What the dashboard asks: search by anything known, what is under way and due, views, brands, and what feeds and days looked like.

-- One million shipments take longer to index than a statement may run otherwise.
set local statement_timeout = 0;

-- ── search ──────────────────────────────────────────────────────────────────────────────────────────────────
-- What people type and what is kept are folded by the same functions. No extension is needed: the keys are made here, and GIN over arrays is a part of
-- every PostgreSQL. Each key carries its workspace, so that a search reads nothing of the others.

-- Small letters without accents, in any locale of the database.
create function search_fold(typed text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(lower(translate(regexp_replace(normalize(typed, nfkd), '[\u0300-\u036f]', '', 'g'),
    'ØøŁłĐđıÆŒАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς',
    'oollddiæœабвгдежзиклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωσ')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;

-- A number or a reference without what people leave out: spaces, dashes, dots.
create function search_squeeze(typed text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(search_fold(typed), '[\u0001-\u002f\u003a-\u0060\u007b-\u00a0\u2000-\u206f]+', '', 'g')
$$;

-- Several at once; where one ends the character \u0001 stands meanwhile, which nobody types.
create function search_codes(given text[]) returns text[] language sql immutable parallel safe as $$
  select string_to_array(regexp_replace(search_fold(array_to_string(given, E'\u0001')), '[\u0002-\u002f\u003a-\u0060\u007b-\u00a0\u2000-\u206f]+', '', 'g'), E'\u0001')
$$;

create function search_words(typed text) returns text[] language sql immutable strict parallel safe as $$
  select string_to_array(btrim(regexp_replace(search_fold(left(typed, 600)), '[\u0001-\u002f\u003a-\u0060\u007b-\u00a0\u2000-\u206f]+', ' ', 'g')), ' ')
$$;

-- A word and what is left of it without any one of its characters: two words that differ by one slip of the finger have one of these in common. Of three
-- letters nothing is left out, or everything would be alike.
create function search_slips(word text) returns text[] language sql immutable strict parallel safe as $$
  select case when length(word) < 3 or word ~ '[0-9]' then '{}' when length(word) = 3 then array[word] else
    array(select left(word, place - 1) || substr(word, place + 1) from generate_series(1, length(word) + 1) as place) end
$$;

-- c: any four characters of a number in a row; b: how it begins; x: a word; p: how it begins; d: its slips, as above. Loops, because a query for each of
-- these costs five times as much, and every registration pays.
create function search_keys(workspace uuid, codes text[], words text[]) returns integer[] language plpgsql immutable parallel safe as $$
declare
  salt text := workspace::text;
  keys integer[] := '{}';
  one text;
begin
  foreach one in array codes loop
    for place in 1 .. least(length(one), 64) - 3 loop
      keys := keys || hashtext(salt || 'c' || substr(one, place, 4));
    end loop;
    keys := keys || hashtext(salt || 'b' || left(one, 2)) || hashtext(salt || 'b' || left(one, 3));
  end loop;
  foreach one in array words loop
    one := left(one, 24);
    keys := keys || hashtext(salt || 'x' || one);
    for size in 2 .. length(one) loop
      keys := keys || hashtext(salt || 'p' || left(one, size));
    end loop;
    if length(one) >= 4 and one !~ '[0-9]' then
      for place in 1 .. length(one) + 1 loop
        keys := keys || hashtext(salt || 'd' || left(one, place - 1) || substr(one, place + 1));
      end loop;
    end if;
  end loop;
  return keys;
end $$;

-- Of an e-mail address what stands before the @; a postcode with and without its space.
create function shipment_words(name text, email text, postcode text) returns text[] language sql immutable parallel safe as $$
  select search_words(concat_ws(' ', name, split_part(email, '@', 1), postcode, regexp_replace(postcode, '[\s-]', '', 'g')))
$$;

-- Written when a shipment is registered, and not by events.
create table shipment_search (
  shipment_id uuid primary key references shipment on delete cascade,
  workspace_id uuid not null,
  codes text[] not null,
  words text[] not null,
  keys integer[] not null generated always as (search_keys(workspace_id, codes, words)) stored
);

create function add_shipment_search() returns trigger language plpgsql as $$
begin
  insert into shipment_search (shipment_id, workspace_id, codes, words)
  select id, workspace_id,
    search_codes(array[tracking_id, tracking_number] || references_given || array(select leg.tracking_number from leg where leg.shipment_id = fresh.id)),
    shipment_words(recipient_name, recipient_email, destination_postcode)
  from fresh;
  return null;
end $$;
create trigger shipment_searched after insert on shipment
  referencing new table as fresh for each statement execute function add_shipment_search();

create function change_shipment_search() returns trigger language plpgsql as $$
begin
  update shipment_search set words = shipment_words(new.recipient_name, new.recipient_email, new.destination_postcode),
    codes = search_codes(array[new.tracking_id, new.tracking_number] || new.references_given
      || array(select leg.tracking_number from leg where leg.shipment_id = new.id))
  where shipment_id = new.id;
  return null;
end $$;
create trigger shipment_searched_anew after update on shipment for each row
  when (old.references_given is distinct from new.references_given or old.recipient_name is distinct from new.recipient_name
        or old.recipient_email is distinct from new.recipient_email or old.destination_postcode is distinct from new.destination_postcode)
  execute function change_shipment_search();

-- Further parcels and the carriers that take over bring numbers of their own.
create function add_leg_search() returns trigger language plpgsql as $$
begin
  update shipment_search set codes = codes || search_codes(array[new.tracking_number])
  where shipment_id = new.shipment_id and not codes @> search_codes(array[new.tracking_number]);
  return null;
end $$;
create trigger leg_searched after update of shipment_id on leg for each row
  when (new.shipment_id is not null and old.shipment_id is distinct from new.shipment_id) execute function add_leg_search();

insert into shipment_search (shipment_id, workspace_id, codes, words)
select s.id, s.workspace_id,
  search_codes(array[s.tracking_id, s.tracking_number] || s.references_given || array(select l.tracking_number from leg l where l.shipment_id = s.id)),
  shipment_words(s.recipient_name, s.recipient_email, s.destination_postcode)
from shipment s;
-- A short list of what is not yet sorted in, because every search reads it.
create index shipment_search_newest on shipment_search (workspace_id, shipment_id);
create index shipment_search_keys on shipment_search using gin (keys) with (gin_pending_list_limit = 256);

-- ── what is under way ───────────────────────────────────────────────────────────────────────────────────────
-- One narrow row for each shipment that has not ended. Movement counts by days, so that of many events of a day only the first writes here.
create table shipment_under_way (
  shipment_id uuid primary key references shipment on delete cascade,
  workspace_id uuid not null,
  carrier text not null,
  destination_country text,
  milestone text not null,
  -- Promised, else expected; infinity where neither is known.
  due_at timestamptz not null,
  -- Day of the newest event in UTC; of the registration while there is none.
  moved_on date not null
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02);

create function follow_under_way() returns trigger language plpgsql as $$
begin
  if new.milestone in ('delivered', 'returned', 'cancelled', 'expired') then
    delete from shipment_under_way where shipment_id = new.id;
  else
    insert into shipment_under_way (shipment_id, workspace_id, carrier, destination_country, milestone, due_at, moved_on)
    values (new.id, new.workspace_id, new.carrier, new.destination_country, new.milestone, coalesce(new.promised_to, new.expected_to, 'infinity'),
      (coalesce(new.last_event_at, new.created_at) at time zone 'UTC')::date)
    on conflict (shipment_id) do update set destination_country = excluded.destination_country, milestone = excluded.milestone, due_at = excluded.due_at, moved_on = excluded.moved_on;
  end if;
  return null;
end $$;
create trigger shipment_under_way_anew after update on shipment for each row
  when (old.milestone is distinct from new.milestone or old.destination_country is distinct from new.destination_country
        or coalesce(old.promised_to, old.expected_to) is distinct from coalesce(new.promised_to, new.expected_to)
        or (old.last_event_at at time zone 'UTC')::date is distinct from (new.last_event_at at time zone 'UTC')::date)
  execute function follow_under_way();

create function add_under_way() returns trigger language plpgsql as $$
begin
  insert into shipment_under_way (shipment_id, workspace_id, carrier, destination_country, milestone, due_at, moved_on)
  select id, workspace_id, carrier, destination_country, milestone, coalesce(promised_to, expected_to, 'infinity'), (coalesce(last_event_at, created_at) at time zone 'UTC')::date
  from fresh where milestone not in ('delivered', 'returned', 'cancelled', 'expired');
  return null;
end $$;
create trigger shipment_under_way_new after insert on shipment
  referencing new table as fresh for each statement execute function add_under_way();

insert into shipment_under_way (shipment_id, workspace_id, carrier, destination_country, milestone, due_at, moved_on)
select id, workspace_id, carrier, destination_country, milestone, coalesce(promised_to, expected_to, 'infinity'), (coalesce(last_event_at, created_at) at time zone 'UTC')::date
from shipment where milestone not in ('delivered', 'returned', 'cancelled', 'expired');
create index shipment_under_way_created on shipment_under_way (workspace_id, shipment_id) include (milestone, carrier, destination_country, due_at, moved_on);
create index shipment_under_way_due on shipment_under_way (workspace_id, due_at, shipment_id) include (milestone, carrier, destination_country, moved_on);
create index shipment_under_way_moved on shipment_under_way (workspace_id, moved_on, shipment_id) include (milestone, carrier, destination_country, due_at);

-- Only what is delivered has an entry, or what is in trouble, so events on the way do not pay for it.
create index shipment_delivered on shipment (workspace_id, delivered_at, id) where delivered_at is not null;
create index shipment_exception_carrier on shipment (workspace_id, carrier, milestone) where has_exception;
create index delivery_exception_rule on delivery_exception (workspace_id, rule, shipment_id) where resolved_at is null;

-- The figures of a day as they were last seen on it; `told` where nobody looked then and they were told from the record later.
create table overview_day (
  workspace_id uuid not null references workspace on delete cascade,
  day date not null,
  needs_person integer not null,
  at_risk integer not null,
  out_for_delivery integer not null,
  delivered integer not null,
  not_moved integer not null,
  told boolean not null default false,
  noted_at timestamptz not null default now(),
  primary key (workspace_id, day)
);

-- ── feeds ───────────────────────────────────────────────────────────────────────────────────────────────────
-- Events an hour by how long they took to us: slot n is a delay of 2^(n/4) seconds and more, slot -1 one that cannot be told. Filled behind the record.
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

-- ── views and brand ─────────────────────────────────────────────────────────────────────────────────────────
-- `owner` is the person's id, or that of the key where a program keeps views.
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

create table workspace_brand (
  workspace_id uuid primary key references workspace on delete cascade,
  brand jsonb not null,
  logo bytea,
  logo_type text,
  updated_at timestamptz not null default now()
);
