-- The level of capability that somebody set for a process, instead of the one that follows from goals.
create table capability_target (
    organization_id uuid not null references organization,
    clause text not null check (clause ~ '^8\.\d{1,2}\.\d{1,2}$'),
    level smallint not null check (level between 0 and 5),
    reason text not null check (length(reason) between 1 and 1000),
    version integer not null default 1,
    changed_by text,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (organization_id, clause)
);

call protect('capability_target');
