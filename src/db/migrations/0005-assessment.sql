-- The work of an assessment: baselines, what was stated, rated and confirmed, who is asked, what is frozen and drawn.
-- What was stated, rated, frozen or drawn is never changed: a correction is a new row with a higher version.

create function refuse_rewriting() returns trigger
language plpgsql as $$
begin
    raise exception 'The rows of % stay as they were written.', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- Makes a table one that is only ever added to, whoever asks.
create procedure keep_unchanged(name text)
language plpgsql as $$
begin
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()', name || '_stays', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()', name || '_is_not_emptied', name);
end
$$;

-- Counts what changes the state of an organization's assessment, so that every server knows when its copy is old.
create table assessment_revision (
    organization_id uuid primary key references organization,
    number bigint not null
);

call protect('assessment_revision');

create function count_assessment_change() returns trigger
language plpgsql as $$
begin
    insert into assessment_revision (organization_id, number)
    select distinct organization_id, 1 from changed
    on conflict (organization_id) do update set number = assessment_revision.number + 1;
    return null;
end
$$;

-- Lets every change of a table count. To be called once for each table that the state of an assessment is read from.
create procedure count_changes(name text)
language plpgsql as $$
begin
    execute format('create trigger %I after insert on %I referencing new table as changed for each statement execute function count_assessment_change()', name || '_counts_added', name);
    execute format('create trigger %I after update on %I referencing new table as changed for each statement execute function count_assessment_change()', name || '_counts_changed', name);
    execute format('create trigger %I after delete on %I referencing old table as changed for each statement execute function count_assessment_change()', name || '_counts_removed', name);
end
$$;

create table baseline (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('full', 'quick scan')),
    scope text not null default '',
    assessed_on date not null,
    target jsonb not null default '{}',
    state text not null default 'open' check (state in ('open', 'closed')),
    started_by text,
    started_by_name text not null,
    started_at timestamptz not null,
    closed_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id)
);

create unique index baseline_open on baseline (organization_id) where state = 'open';

-- What a person said about a requirement; the row with the highest version counts.
create table statement (
    organization_id uuid not null references organization,
    baseline_id uuid not null,
    requirement text not null,
    version integer not null check (version > 0),
    said jsonb not null,
    written_by text,
    written_by_name text not null,
    written_at timestamptz not null,
    primary key (organization_id, baseline_id, requirement, version),
    foreign key (organization_id, baseline_id) references baseline (organization_id, id)
);

-- What a person rated, and who confirmed it; the row with the highest version counts. A confirmation is a version too.
create table rating (
    organization_id uuid not null references organization,
    baseline_id uuid not null,
    requirement text not null,
    version integer not null check (version > 0),
    rating text not null,
    rationale text not null default '',
    is_self boolean not null default false,
    origin text not null default 'person' check (origin in ('person', 'import', 'carried over')),
    rated_by text not null,
    rated_by_name text not null,
    rated_at timestamptz not null,
    confirmed_by text check (confirmed_by <> rated_by),
    confirmed_by_name text,
    confirmed_at timestamptz,
    reason text,
    is_without_new_evidence boolean not null default false,
    written_at timestamptz not null,
    primary key (organization_id, baseline_id, requirement, version),
    foreign key (organization_id, baseline_id) references baseline (organization_id, id),
    check ((confirmed_by is null) = (confirmed_at is null))
);

-- Who is asked about a requirement, and until when; nobody any more where the person is null.
create table assignment (
    organization_id uuid not null references organization,
    requirement text not null,
    person_id text,
    due_on date,
    note text not null default '',
    assigned_by text,
    assigned_by_name text not null,
    assigned_at timestamptz not null,
    version integer not null default 1,
    primary key (organization_id, requirement)
);

create index assignment_by_person on assignment (organization_id, person_id);

-- What is shown for a requirement beside the tickets: a file, a record of a register, a check, or a place elsewhere.
create table evidence_link (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    requirement text not null,
    kind text not null check (kind in ('attachment', 'record', 'check', 'link')),
    target text not null,
    title text not null,
    shows text not null check (shows in ('document', 'records', 'other')),
    seen_on date not null,
    expires_on date,
    note text not null default '',
    added_by text,
    added_by_name text not null,
    added_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, requirement, kind, target)
);

create index evidence_link_by_requirement on evidence_link (organization_id, requirement);

-- The facts about the programme that no ticket holds; the row with the highest version counts.
create table programme_version (
    organization_id uuid not null references organization,
    version integer not null check (version > 0),
    facts jsonb not null,
    written_by text,
    written_by_name text not null,
    written_at timestamptz not null,
    primary key (organization_id, version)
);

-- A whole assessment as it stood, with the hash of its text.
create table snapshot (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    baseline_id uuid,
    name text not null check (length(name) between 1 and 200),
    document text not null,
    sha256 text not null,
    label text not null,
    index_value integer not null,
    frozen_by text,
    frozen_by_name text not null,
    frozen_at timestamptz not null,
    primary key (organization_id, id)
);

create index snapshot_by_time on snapshot (organization_id, frozen_at desc, id);

-- A sample as it was drawn: what from, how many, with which seed, and the records it gave.
create table sample (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 200),
    method text not null check (method in ('random', 'judgement')),
    seed bigint,
    definition jsonb not null,
    population_size integer not null,
    population_hash text not null,
    drawn jsonb not null,
    sha256 text not null,
    drawn_by text,
    drawn_by_name text not null,
    drawn_at timestamptz not null,
    primary key (organization_id, id)
);

create index sample_by_time on sample (organization_id, drawn_at desc, id);

call protect('baseline', 'select, insert, update');
call protect('statement', 'select, insert');
call protect('rating', 'select, insert');
call protect('assignment', 'select, insert, update');
call protect('evidence_link');
call protect('programme_version', 'select, insert');
call protect('snapshot', 'select, insert');
call protect('sample', 'select, insert');

call keep_unchanged('statement');
call keep_unchanged('rating');
call keep_unchanged('programme_version');
call keep_unchanged('snapshot');
call keep_unchanged('sample');

call count_changes('baseline');
call count_changes('statement');
call count_changes('rating');
call count_changes('assignment');
call count_changes('evidence_link');
call count_changes('programme_version');
