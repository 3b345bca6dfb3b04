-- compatible
-- How often was tried what may be guessed, counted for all processes together. Older processes go on counting for themselves.

-- The name is a pseudonym: neither addresses nor accounts nor numbers can be read from it.
create table attempt_count (
  name text primary key,
  count integer not null,
  expires_at timestamptz not null
);
create index attempt_count_expiry on attempt_count (expires_at);
