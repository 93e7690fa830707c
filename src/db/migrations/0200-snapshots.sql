-- A snapshot freezes everything that documents are made from. Its parts are kept apart, each text once under its hash, so
-- that two snapshots with the same evidence hold it once. Parts may be let go after years; the snapshot says which.
create table frozen_text (
    organization_id uuid not null references organization,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    document text not null,
    primary key (organization_id, sha256)
);

alter table snapshot add column number integer;
alter table snapshot add column parts jsonb not null default '{}';
alter table snapshot add column is_for_documents boolean not null default false;
-- The newest entry of the audit trail when it was frozen: what came after is what changed since.
alter table snapshot add column trail_number bigint not null default 0;

alter table snapshot disable trigger snapshot_stays;
update snapshot
set number = numbered.number
from (
    select organization_id, id, row_number() over (partition by organization_id order by frozen_at, id) as number
    from snapshot
) numbered
where snapshot.organization_id = numbered.organization_id and snapshot.id = numbered.id;
alter table snapshot enable trigger snapshot_stays;
alter table snapshot alter column number set not null;
alter table snapshot add constraint snapshot_number unique (organization_id, number);

-- When the data of a snapshot were let go, and by whom.
create table snapshot_pruning (
    organization_id uuid not null references organization,
    snapshot_id uuid not null,
    pruned_by text,
    pruned_by_name text not null,
    pruned_at timestamptz not null,
    primary key (organization_id, snapshot_id),
    foreign key (organization_id, snapshot_id) references snapshot
);

-- What a document was made from. document_key: the hash over all of it; the same key is the same file.
alter table made_document add column snapshot_id uuid;
alter table made_document add column since_id uuid;
alter table made_document add column template text;
alter table made_document add column language text;
alter table made_document add column brand text;
alter table made_document add column document_key text;
alter table made_document add foreign key (organization_id, snapshot_id) references snapshot;
alter table made_document add foreign key (organization_id, since_id) references snapshot;

create index made_document_by_key on made_document (organization_id, document_key);

call protect('frozen_text', 'select, insert, delete');
call protect('snapshot_pruning', 'select, insert');

create function refuse_new_words() returns trigger
language plpgsql as $$
begin
    raise exception 'A frozen text is never changed.' using errcode = 'insufficient_privilege';
end
$$;

create trigger frozen_text_stays
before update on frozen_text
for each row execute function refuse_new_words();

call keep_unchanged('snapshot_pruning');
