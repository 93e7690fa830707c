-- What was promised and what came, as each collection said it: only ever added. What tickets do not name is empty text.
create table service_level_cell (
    organization_id uuid not null references organization,
    collection_id uuid not null,
    service text not null,
    customer text not null,
    metric text not null,
    month text not null,
    computed_by text not null,
    pause_rule text not null,
    reopen_rule text not null,
    kept integer not null,
    missed integer not null,
    open_missed integer not null,
    running integer not null,
    unusable integer not null,
    no_clock integer not null,
    -- The tickets of missed clocks, those that still run included.
    missed_tickets text[] not null,
    primary key (organization_id, collection_id, service, customer, metric, month, computed_by, pause_rule, reopen_rule),
    foreign key (organization_id, collection_id) references collection (organization_id, id)
);

create index service_level_cell_by_service on service_level_cell (organization_id, service, month);

-- How the tickets of a service fared in the hands of a group or a supplier.
create table service_level_party (
    organization_id uuid not null references organization,
    collection_id uuid not null,
    service text not null,
    month text not null,
    party_kind text not null check (party_kind in ('group', 'supplier')),
    party text not null,
    kept integer not null,
    missed integer not null,
    primary key (organization_id, collection_id, service, month, party_kind, party),
    foreign key (organization_id, collection_id) references collection (organization_id, id)
);

-- Surveys sent, answered and satisfied.
create table service_survey_month (
    organization_id uuid not null references organization,
    collection_id uuid not null,
    service text not null,
    customer text not null,
    month text not null,
    sent integer not null,
    answered integer not null,
    satisfied integer not null,
    primary key (organization_id, collection_id, service, customer, month),
    foreign key (organization_id, collection_id) references collection (organization_id, id)
);

-- Complaints with the times that matter; instants are UTC.
create table service_complaint (
    organization_id uuid not null references organization,
    collection_id uuid not null,
    ticket text not null,
    service text not null,
    customer text not null,
    month text not null,
    state text not null,
    is_open boolean not null,
    received_at timestamptz,
    answered_at timestamptz,
    ended_at timestamptz,
    primary key (organization_id, collection_id, ticket),
    foreign key (organization_id, collection_id) references collection (organization_id, id)
);

-- A review held with a customer: who was there, the figures as they stood, and when the next one is due. Never changed.
create table service_review (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    service text not null check (length(service) between 1 and 300),
    customer text not null default '',
    held_on date not null,
    attendees text[] not null check (cardinality(attendees) > 0),
    note text not null check (length(note) between 1 and 4000),
    figures text not null,
    seal text not null,
    every_months integer not null check (every_months between 1 and 24),
    next_on date not null,
    recorded_by text,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    primary key (organization_id, id)
);

create index service_review_by_service on service_review (organization_id, service, held_on desc, id);

-- What was agreed in a review; it is carried forward until it is done.
create table service_review_action (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    review_id uuid not null,
    place integer not null,
    what text not null check (length(what) between 1 and 1000),
    owner text not null check (length(owner) between 1 and 300),
    due_on date not null,
    done_on date,
    done_says text,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, review_id) references service_review (organization_id, id)
);

create index service_review_action_by_review on service_review_action (organization_id, review_id, place);

call protect('service_level_cell', 'select, insert');
call protect('service_level_party', 'select, insert');
call protect('service_survey_month', 'select, insert');
call protect('service_complaint', 'select, insert');
call protect('service_review', 'select, insert');
call protect('service_review_action', 'select, insert, update');

call keep_unchanged('service_level_cell');
call keep_unchanged('service_level_party');
call keep_unchanged('service_survey_month');
call keep_unchanged('service_complaint');
call keep_unchanged('service_review');
