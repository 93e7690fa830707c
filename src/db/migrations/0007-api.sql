-- What programs need: answers kept for repeated requests, webhooks with their deliveries, and the history of restores.

-- The server's own connection does what belongs to no single organization: back up, verify, deliver. It sees every row
-- because a policy says so, not because security is off for whoever owns a table: forced, it holds for owners too, and a
-- role that comes to own a table one day gets nothing by it.
create or replace procedure protect(name text, rights text default 'select, insert, update, delete')
language plpgsql as $$
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
        'create policy own_organization on %I using (organization_id = current_organization()) with check (organization_id = current_organization())',
        name
    );
    execute format('create policy owner_sees_all on %I to %I using (true) with check (true)', name, current_user);
    execute format('grant %s on %I to clausewise_app', rights, name);
end
$$;

do $$
declare
    name text;
begin
    for name in
        select c.relname
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and c.relname <> 'person'
        order by c.relname
    loop
        execute format('alter table %I force row level security', name);
        execute format('create policy owner_sees_all on %I to %I using (true) with check (true)', name, current_user);
    end loop;
end
$$;

-- One row per request that carried an Idempotency-Key. It belongs to who asked; nobody else can reach it by any key.
-- state: running, then changed with the transaction that made the change, then answered.
create table kept_answer (
    asker text not null,
    key text not null,
    request_hash text not null,
    state text not null check (state in ('running', 'changed', 'answered')),
    answer text,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (asker, key)
);

create index kept_answer_by_end on kept_answer (expires_at);

-- Called by the transaction that makes a change, so that both are kept or neither is.
create function mark_changed(asked_by text, under text) returns void
language sql security definer set search_path = public as $$
    update kept_answer set state = 'changed' where asker = asked_by and key = under and state = 'running'
$$;

revoke all on function mark_changed(text, text) from public;
grant execute on function mark_changed(text, text) to clausewise_app;

-- Where an organization wants to be told. position: the number of the last audit entry that was looked at.
create table webhook (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    url text not null check (length(url) between 1 and 2000),
    events text[] not null,
    secret text not null,
    is_active boolean not null default true,
    position bigint not null,
    version integer not null default 1,
    created_at timestamptz not null,
    primary key (organization_id, id)
);

-- One row per event that is to reach a webhook; the event itself is the audit entry of that number.
create table webhook_delivery (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    webhook_id uuid not null,
    number bigint not null,
    type text not null,
    state text not null check (state in ('waiting', 'delivered', 'given up')),
    attempts integer not null default 0,
    next_at timestamptz,
    status integer,
    error text,
    delivered_at timestamptz,
    created_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, webhook_id, number),
    foreign key (organization_id, webhook_id) references webhook (organization_id, id) on delete cascade
);

create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';

call protect('webhook');
call protect('webhook_delivery');

-- When this installation was replaced by a backup, and by which.
create table restoration (
    id uuid primary key,
    at timestamptz not null default now(),
    backup_made_at timestamptz not null,
    manifest_sha256 text not null
);
