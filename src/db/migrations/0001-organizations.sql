-- Organizations, who belongs to them, and the audit trail. Every table of an organization carries its id and is kept
-- apart by row-level security, whoever asks and whatever a query forgot.
do $$
begin
    if not exists (select from pg_roles where rolname = 'clausewise_app') then
        create role clausewise_app nologin;
    end if;
    execute format('grant clausewise_app to %I', current_user);
end
$$;

grant usage on schema public to clausewise_app;

-- The organization in whose name a transaction speaks; null outside of one.
create function current_organization() returns uuid
language sql stable as $$
    select nullif(current_setting('clausewise.organization', true), '')::uuid
$$;

-- The person in whose name a transaction speaks; null outside of one.
create function current_person() returns text
language sql stable as $$
    select nullif(current_setting('clausewise.person', true), '')
$$;

-- Keeps the rows of a table apart by their organization_id. To be called once for each such table.
create procedure protect(name text, rights text default 'select, insert, update, delete')
language plpgsql as $$
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
        'create policy own_organization on %I using (organization_id = current_organization()) with check (organization_id = current_organization())',
        name
    );
    execute format('grant %s on %I to clausewise_app', rights, name);
end
$$;

create table organization (
    id uuid primary key default gen_random_uuid(),
    name text not null check (length(name) between 1 and 200),
    settings jsonb not null default '{}',
    version integer not null default 1,
    created_at timestamptz not null default now()
);

create table membership (
    organization_id uuid not null references organization,
    person_id text not null,
    role text not null,
    expires_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (organization_id, person_id)
);

create index membership_by_person on membership (person_id);

create table audit_entry (
    organization_id uuid not null references organization,
    number bigint not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id text,
    actor_name text not null,
    action text not null,
    record_kind text not null,
    record_id text not null,
    before jsonb,
    after jsonb,
    reason text,
    previous_hash text not null,
    hash text not null,
    primary key (organization_id, number)
);

create index audit_entry_by_record on audit_entry (organization_id, record_kind, record_id, number);

-- The newest entry of each organization; locked while the next one is written.
create table audit_head (
    organization_id uuid primary key references organization,
    number bigint not null,
    hash text not null
);

create function refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'The audit trail is only ever added to.' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_stays
before update or delete on audit_entry
for each row execute function refuse_change();

create trigger audit_entry_is_not_emptied
before truncate on audit_entry
for each statement execute function refuse_change();

call protect('membership');
call protect('audit_entry', 'select, insert');
call protect('audit_head', 'select, insert, update');

-- A person sees where he belongs, before an organization is chosen.
create policy own_membership on membership for select using (person_id = current_person());

alter table organization enable row level security;
alter table organization force row level security;
create policy own_organization on organization
using (id = current_organization()) with check (id = current_organization());
create policy member_of on organization for select
using (
    exists (
        select from membership
        where membership.organization_id = organization.id and membership.person_id = current_person()
    )
);
grant select, insert, update on organization to clausewise_app;
