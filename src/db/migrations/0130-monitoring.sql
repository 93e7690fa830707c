-- What an organization watches: KPIs it adopted, their targets, series, signals and decisions. Series, targets, signals and
-- decisions are only ever added to: a correction or a new target is a new row with its reason.

create table adopted_kpi (
    organization_id uuid not null references organization,
    kpi text not null,
    owner text not null default '',
    cadence text not null,
    direction text not null check (direction in ('up', 'down', 'neutral', 'to zero')),
    is_ended boolean not null default false,
    adopted_on date not null,
    adopted_by text,
    adopted_by_name text not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    primary key (organization_id, kpi)
);

create table kpi_target (
    organization_id uuid not null references organization,
    kpi text not null,
    number integer not null,
    target double precision not null,
    valid_from text not null check (valid_from ~ '^\d{4}-\d{2}$'),
    reason text not null check (length(reason) between 1 and 2000),
    set_by text,
    set_by_name text not null,
    set_at timestamptz not null,
    primary key (organization_id, kpi, number),
    foreign key (organization_id, kpi) references adopted_kpi
);

-- One figure of one month as it was computed: a share is part of whole, a value stands on n cases. is_closed: the month was
-- over in the data. reason: why a closed month was corrected to what a newer collection computed.
create table kpi_point (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    number bigint generated always as identity,
    kpi text not null,
    period text not null check (period ~ '^\d{4}-\d{2}$'),
    collection_id uuid,
    part double precision,
    whole double precision,
    value double precision,
    n integer not null,
    is_closed boolean not null,
    data_hash text not null,
    reason text check (length(reason) between 1 and 2000),
    computed_at timestamptz not null,
    computed_by_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, kpi) references adopted_kpi,
    foreign key (organization_id, collection_id) references collection,
    check (part is null or part <= whole)
);

create index kpi_point_in_order on kpi_point (organization_id, number);
create index kpi_point_by_series on kpi_point (organization_id, kpi, number);

-- A course that is more than chance: the rule it broke, the months, and the limits as they were.
create table kpi_signal (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    number integer not null,
    kpi text not null,
    rule text not null,
    began text not null,
    periods jsonb not null,
    figures jsonb not null,
    found_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, kpi, rule, began),
    unique (organization_id, number),
    foreign key (organization_id, kpi) references adopted_kpi
);

-- What was decided about a KPI, mostly because of a signal. decided_on: the day from which it is compared before and after.
create table kpi_decision (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    kpi text not null,
    signal_id uuid,
    says text not null check (length(says) between 1 and 4000),
    owner text not null,
    due_on date,
    decided_on date not null,
    kept_by text,
    kept_by_name text not null,
    kept_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, kpi) references adopted_kpi,
    foreign key (organization_id, signal_id) references kpi_signal
);

create index kpi_decision_by_kpi on kpi_decision (organization_id, kpi, kept_at);

-- A KPI of the organization's own: a select over the facts, version by version.
create table own_kpi (
    organization_id uuid not null references organization,
    kpi text not null check (kpi ~ '^OWN-\d{1,4}$'),
    number integer not null,
    title text not null check (length(title) between 3 and 200),
    claim text not null check (length(claim) between 8 and 2000),
    answers text not null check (answers in ('share', 'value')),
    unit text not null,
    direction text not null check (direction in ('up', 'down', 'neutral', 'to zero')),
    sql text not null check (length(sql) between 1 and 20000),
    reason text not null,
    tried jsonb not null,
    written_by text,
    written_by_name text not null,
    written_at timestamptz not null,
    primary key (organization_id, kpi, number)
);

call protect('adopted_kpi', 'select, insert, update');
call protect('kpi_target', 'select, insert');
call protect('kpi_point', 'select, insert');
call protect('kpi_signal', 'select, insert');
call protect('kpi_decision', 'select, insert');
call protect('own_kpi', 'select, insert');

call keep_unchanged('kpi_target');
call keep_unchanged('kpi_point');
call keep_unchanged('kpi_signal');
call keep_unchanged('kpi_decision');
call keep_unchanged('own_kpi');
