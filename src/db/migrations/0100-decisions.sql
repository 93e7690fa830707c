-- What was decided about the programme, with the figures as they stood and how whoever signed was recognized again. Never
-- changed: who thinks better of it decides again.
create table decision (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    verdict text not null check (verdict in ('go', 'no-go', 'later')),
    reasons text not null check (length(reasons) between 1 and 4000),
    conditions text not null default '',
    figures jsonb not null,
    seal text not null,
    proved_by text not null check (proved_by in ('password', 'passkey')),
    signed_by text not null,
    signed_by_name text not null,
    signed_as text not null,
    signed_at timestamptz not null,
    primary key (organization_id, id)
);

create index decision_by_time on decision (organization_id, signed_at desc, id);

call protect('decision', 'select, insert');
call keep_unchanged('decision');
