-- compatible
-- People: how they sign in, in which workspaces they work and as what, and who is invited. The two tables dropped were prepared and never used.

drop table membership;
drop table app_user;

create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  email_verified boolean not null default false,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- How a person proves who they are; so far always a password, kept as a scrypt hash.
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

-- The cookie carries the token with a signature made by the installation's key, so a row alone opens nothing.
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

-- Links to set a password, and sign-ins that wait for a code; the identifier is a hash.
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

-- Secret and backup codes are encrypted with a key derived from the installation's.
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

-- Only a hash of the token is kept. Inviting the same address again replaces its invitation.
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
