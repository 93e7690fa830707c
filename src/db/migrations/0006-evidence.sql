-- What was given to us, what reading it came to, what the evidence said, which documents were made of it, and the work
-- in hand. Results are only ever added: a new collection stands beside the old ones.

-- One row per uploaded file. The file itself lies in the workspace until it was read; the archive holds its rows after that.
create table source (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 255),
    bytes bigint not null,
    sha256 text not null,
    media_kind text not null,
    state text not null check (state in ('uploaded', 'waiting', 'needs answer', 'read', 'refused', 'removing', 'removed')),
    message text,
    uploaded_by text,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    primary key (organization_id, id)
);

create index source_by_time on source (organization_id, uploaded_at desc, id);

-- What people answered where the files leave it open: the zone of times without one, the order of day and month.
create table reading_answer (
    organization_id uuid not null references organization,
    question text not null check (length(question) between 1 and 300),
    answer text not null check (length(answer) between 1 and 100),
    answered_by_name text not null,
    answered_at timestamptz not null,
    primary key (organization_id, question)
);

-- The work in hand and the work done; the queue delivers it, this is what people see of it.
create table job (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('ingest', 'collect', 'documents')),
    state text not null check (state in ('waiting', 'running', 'done', 'needs answer', 'refused', 'failed', 'cancelled')),
    asked jsonb not null default '{}',
    stage text,
    done integer,
    of integer,
    attempts integer not null default 0,
    is_cancel_asked boolean not null default false,
    message text,
    outcome jsonb,
    asked_by text,
    asked_by_name text not null,
    asked_role text not null,
    asked_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    primary key (organization_id, id)
);

create index job_by_time on job (organization_id, asked_at desc, id);
-- At most one job of a kind waits in an organization: who asks again is given that one.
create unique index job_waiting_once on job (organization_id, kind, asked) where state = 'waiting';

-- One row per reading of the files into the canonical tables. document is what ingest said, whole.
create table ticket_import (
    organization_id uuid not null references organization,
    id uuid not null,
    read_at timestamptz not null,
    read_by_name text not null,
    file_count integer not null,
    ticket_count bigint not null,
    problem_count integer not null,
    mapping_hash text not null,
    mapping text not null,
    timezone text,
    data_from text not null,
    data_until text not null,
    document jsonb not null,
    primary key (organization_id, id)
);

create index ticket_import_by_time on ticket_import (organization_id, read_at desc, id);

-- One row per asking of every check and measure. document is what was said, whole; its id is that of the job that asked.
create table collection (
    organization_id uuid not null references organization,
    id uuid not null,
    number integer not null,
    period_from date not null,
    period_to date not null,
    data_from text not null,
    data_until text not null,
    data_hash text not null,
    pack_version text not null,
    import_id uuid,
    collected_at timestamptz not null,
    collected_by_name text not null,
    document jsonb not null,
    primary key (organization_id, id),
    unique (organization_id, number),
    foreign key (organization_id, import_id) references ticket_import
);

-- One row per check and collection, without its exceptions: for the history of a check.
create table result (
    organization_id uuid not null references organization,
    collection_id uuid not null,
    check_id text not null,
    verdict text not null,
    because text not null,
    population integer not null,
    met integer not null,
    threshold double precision not null,
    share double precision,
    interval_low double precision,
    interval_high double precision,
    sql_hash text not null,
    primary key (organization_id, check_id, collection_id),
    foreign key (organization_id, collection_id) references collection
);

-- Documents that were made; the file lies in the workspace under its hash.
create table made_document (
    organization_id uuid not null references organization,
    id uuid not null,
    kind text not null,
    title text not null,
    collection_id uuid,
    baseline_id uuid,
    path text not null,
    sha256 text not null,
    bytes bigint not null,
    made_by_name text not null,
    made_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, collection_id) references collection
);

create index made_document_by_time on made_document (organization_id, made_at desc, id);

call protect('source');
call protect('reading_answer');
call protect('job', 'select, insert, update');
call protect('ticket_import', 'select, insert');
call protect('collection', 'select, insert');
call protect('result', 'select, insert');
call protect('made_document', 'select, insert');

create function refuse_new_result() returns trigger
language plpgsql as $$
begin
    raise exception 'Results are never changed: collect again.' using errcode = 'insufficient_privilege';
end
$$;

create trigger collection_stays
before update or delete on collection
for each row execute function refuse_new_result();

create trigger result_stays
before update or delete on result
for each row execute function refuse_new_result();

create trigger ticket_import_stays
before update or delete on ticket_import
for each row execute function refuse_new_result();
