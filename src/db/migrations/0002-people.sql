-- People and how they prove who they are. They belong to no organization, so these tables have no organization_id and the
-- role of the application has no right to them, but to the names of its colleagues. Written by the sign-in library from
-- the server's own connection; the names are mapped in src/server/auth-names.ts.

create table person (
    id text primary key default gen_random_uuid()::text,
    name text not null check (length(name) between 1 and 200),
    email text not null unique check (email = lower(email)),
    is_email_verified boolean not null default false,
    is_two_factor_enabled boolean default false,
    image text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table session (
    id text primary key default gen_random_uuid()::text,
    person_id text not null references person on delete cascade,
    token text not null unique,
    expires_at timestamptz not null,
    address text,
    user_agent text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create index session_by_person on session (person_id);

-- A way to sign in: a password, or an account at an identity provider.
create table account (
    id text primary key default gen_random_uuid()::text,
    person_id text not null references person on delete cascade,
    provider_id text not null,
    account_id text not null,
    password text,
    scope text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (provider_id, account_id)
);

create index account_by_person on account (person_id);

create table verification (
    id text primary key default gen_random_uuid()::text,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create index verification_by_identifier on verification (identifier);

create table two_factor (
    id text primary key default gen_random_uuid()::text,
    person_id text not null references person on delete cascade,
    secret text not null,
    backup_codes text not null,
    is_verified boolean default true,
    failed_verification_count integer default 0,
    locked_until timestamptz
);

create index two_factor_by_person on two_factor (person_id);
create index two_factor_by_secret on two_factor (secret);

create table passkey (
    id text primary key default gen_random_uuid()::text,
    person_id text not null references person on delete cascade,
    name text,
    public_key text not null,
    credential_id text not null unique,
    counter integer not null,
    device_type text not null,
    is_backed_up boolean not null,
    transports text,
    aaguid text,
    created_at timestamptz default now()
);

create index passkey_by_person on passkey (person_id);

-- How often an address was asked, from where.
create table rate_limit (
    id text primary key default gen_random_uuid()::text,
    key text not null unique,
    count integer not null,
    last_request bigint not null
);

-- Sign-ins tried, per account and per address; counted before the password is looked at, taken back when it was right.
create table sign_in_attempt (
    key text primary key,
    count integer not null,
    since timestamptz not null default now()
);

-- The application sees the names of those who are, or were, in the organization in whose name it speaks.
alter table person enable row level security;
create policy colleague on person for select
using (
    id = current_person()
    or exists (
        select from membership
        where membership.person_id = person.id and membership.organization_id = current_organization()
    )
);
grant select (id, name, email) on person to clausewise_app;

-- The server's own connection sees every organization, also where its account is no superuser: senders and jobs need it.
create or replace procedure protect(name text, rights text default 'select, insert, update, delete')
language plpgsql as $$
begin
    execute format('alter table %I enable row level security', name);
    execute format(
        'create policy own_organization on %I using (organization_id = current_organization()) with check (organization_id = current_organization())',
        name
    );
    execute format('grant %s on %I to clausewise_app', rights, name);
end
$$;

alter table organization no force row level security;
alter table membership no force row level security;
alter table audit_entry no force row level security;
alter table audit_head no force row level security;

create table invitation (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    email text not null check (email = lower(email)),
    role text not null,
    -- When the membership that it leads to will end; null when it does not.
    role_expires_at timestamptz,
    token_sha256 text not null unique,
    invited_by text,
    invited_by_name text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (organization_id, id)
);

call protect('invitation');

create table api_token (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 200),
    token_sha256 text not null unique,
    -- The first characters, by which people tell tokens apart.
    begins_with text not null,
    created_by text not null,
    created_by_name text not null,
    scopes text[] not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (organization_id, id)
);

call protect('api_token');
