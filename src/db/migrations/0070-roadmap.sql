-- What is done about the gaps: decisions about remedies, the plan they are scheduled with, and the schedules that were
-- kept. Nothing is changed afterwards: a correction is a new row with a higher version.

create table remedy_decision (
    organization_id uuid not null references organization,
    requirement text not null,
    version integer not null check (version > 0),
    state text not null check (state in ('proposed', 'accepted', 'deferred', 'declined')),
    reason text not null default '',
    role text,
    effort jsonb,
    decided_by text,
    decided_by_name text not null,
    decided_at timestamptz not null,
    primary key (organization_id, requirement, version),
    check (state not in ('deferred', 'declined') or trim(reason) <> '')
);

-- Calendar, roles, agreed dates and dependencies; the row with the highest version counts.
create table roadmap_plan (
    organization_id uuid not null references organization,
    version integer not null check (version > 0),
    plan jsonb not null,
    written_by text,
    written_by_name text not null,
    written_at timestamptz not null,
    primary key (organization_id, version)
);

-- The dates that were computed; the row with the highest number is the roadmap.
create table roadmap_schedule (
    organization_id uuid not null references organization,
    number integer not null check (number > 0),
    plan_version integer not null,
    schedule jsonb not null,
    inputs_hash text not null,
    planned_by text,
    planned_by_name text not null,
    planned_at timestamptz not null,
    primary key (organization_id, number)
);

-- A roadmap that later ones are compared with.
create table roadmap_baseline (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 200),
    schedule_number integer not null,
    set_by text,
    set_by_name text not null,
    set_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, schedule_number) references roadmap_schedule (organization_id, number)
);

create index roadmap_baseline_by_time on roadmap_baseline (organization_id, set_at desc, id);

call protect('remedy_decision', 'select, insert');
call protect('roadmap_plan', 'select, insert');
call protect('roadmap_schedule', 'select, insert');
call protect('roadmap_baseline', 'select, insert');

call keep_unchanged('remedy_decision');
call keep_unchanged('roadmap_plan');
call keep_unchanged('roadmap_schedule');
call keep_unchanged('roadmap_baseline');
