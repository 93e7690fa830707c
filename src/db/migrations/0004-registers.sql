-- The records of every register, what they point at, what they are found by, what people say about them and attach to
-- them, and imports that wait to be applied.
create table record (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    register text not null,
    serial integer not null,
    number text not null,
    state text not null,
    label text not null,
    data jsonb not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, register, serial)
);

create index record_by_label on record (organization_id, register, lower(label));

-- The last number given out in a register.
create table record_counter (
    organization_id uuid not null references organization,
    register text not null,
    last integer not null,
    primary key (organization_id, register)
);

-- Which record points at which; both lie in the same organization.
create table record_link (
    organization_id uuid not null references organization,
    from_id uuid not null,
    field text not null,
    place integer not null,
    to_id uuid not null,
    primary key (organization_id, from_id, field, to_id),
    foreign key (organization_id, from_id) references record (organization_id, id),
    foreign key (organization_id, to_id) references record (organization_id, id)
);

create index record_link_back on record_link (organization_id, to_id);

-- By what a record that is not deleted is found and sorted: one row for each value of each field, in a form that sorts
-- as people expect, and one for each word. Plain text in byte order, because only comparisons of plain types may use an
-- index under row-level security.
create table record_key (
    organization_id uuid not null references organization,
    record_id uuid not null,
    field text collate "C" not null,
    key text collate "C" not null,
    register text collate "C" not null,
    primary key (organization_id, record_id, field, key),
    foreign key (organization_id, record_id) references record (organization_id, id)
);

create index record_key_in_order on record_key (organization_id, register, field, key, record_id);
create statistics record_key_together (ndistinct, dependencies, mcv) on register, field, key from record_key;

create table comment (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    on_kind text not null,
    on_id text not null,
    author_id text,
    author_name text not null,
    body text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    primary key (organization_id, id)
);

create index comment_on on comment (organization_id, on_kind, on_id, created_at);

create table attachment (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    on_kind text not null,
    on_id text not null,
    title text not null,
    expires_on date,
    revision integer not null default 1,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    primary key (organization_id, id)
);

create index attachment_on on attachment (organization_id, on_kind, on_id, created_at);

-- The files that an attachment was and is; the bytes lie in the data folder under their hash.
create table attachment_revision (
    organization_id uuid not null references organization,
    attachment_id uuid not null,
    revision integer not null,
    name text not null,
    type text not null,
    bytes bigint not null,
    sha256 text not null,
    author_id text,
    author_name text not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, attachment_id, revision),
    foreign key (organization_id, attachment_id) references attachment (organization_id, id)
);

-- An import that was previewed: the fate of every row, decided before anything is written.
create table record_import (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    register text not null,
    file text not null,
    person_id text,
    plan jsonb not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    applied_at timestamptz,
    primary key (organization_id, id)
);

call protect('record', 'select, insert, update');
call protect('record_counter', 'select, insert, update');
call protect('record_link');
call protect('record_key');
call protect('comment', 'select, insert, update');
call protect('attachment', 'select, insert, update');
call protect('attachment_revision', 'select, insert');
call protect('record_import');
