-- The business case of an organization: how it is computed, what it supposes, which lines count, and what came of them.

create table business_case (
    organization_id uuid primary key references organization,
    settings jsonb not null,
    version integer not null default 1,
    changed_by text,
    changed_by_name text not null,
    changed_at timestamptz not null
);

-- An assumption with its three points; measured says which measure of which collection its values were taken from.
create table case_assumption (
    organization_id uuid not null references organization,
    id text not null,
    low double precision not null check (low >= 0),
    base double precision not null check (base >= low),
    high double precision not null check (high >= base),
    source text not null default '',
    quality text not null check (quality in ('A', 'B', 'C', 'J', 'measured')),
    owner text not null default '',
    note text not null default '',
    measured jsonb,
    version integer not null default 1,
    changed_by text,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (organization_id, id)
);

-- What was decided about a line of the pack, or a line of the organization's own with its amounts.
create table case_line (
    organization_id uuid not null references organization,
    id text not null,
    choice jsonb not null,
    owner text not null default '',
    own jsonb,
    version integer not null default 1,
    changed_by text,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (organization_id, id)
);

-- What a benefit line brought in a quarter, as somebody other than its owner measured it.
create table benefit_actual (
    organization_id uuid not null references organization,
    line text not null,
    quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
    value double precision not null,
    evidence text not null check (length(evidence) between 1 and 2000),
    version integer not null default 1,
    recorded_by text,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    primary key (organization_id, line, quarter)
);

call protect('business_case', 'select, insert, update');
call protect('case_assumption');
call protect('case_line');
call protect('benefit_actual');
