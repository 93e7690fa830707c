-- A management review (9.3): its inputs with the figures as they stood when it was prepared, what was said about each, and who
-- signed it. Open it is written to; signed it stays.
create table management_review (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    number integer not null,
    held_on date not null,
    next_on date,
    attendees text not null default '',
    inputs jsonb not null,
    carried jsonb not null,
    minutes jsonb not null default '{}',
    conclusion text not null default '',
    prepared_by text,
    prepared_by_name text not null,
    prepared_at timestamptz not null,
    version integer not null default 1,
    seal text,
    is_complete boolean,
    proved_by text check (proved_by in ('password', 'passkey')),
    signed_by text,
    signed_by_name text,
    signed_as text,
    signed_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, number),
    check ((signed_at is null) = (seal is null) and (signed_at is null) = (signed_by is null))
);

-- One is prepared at a time.
create unique index management_review_open on management_review (organization_id) where signed_at is null;

-- What a review decided: who does what until when. What was decided stays once the review is signed; how far it is goes on.
create table review_action (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    review_id uuid not null,
    kind text not null check (kind in ('improvement', 'change', 'resources', 'other')),
    says text not null check (length(says) between 1 and 2000),
    owner text not null check (length(owner) between 1 and 200),
    due_on date not null,
    state text not null default 'open' check (state in ('open', 'done', 'dropped')),
    outcome text not null default '',
    ended_on date,
    ended_by_name text,
    created_at timestamptz not null,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, review_id) references management_review,
    check ((state = 'open') = (ended_on is null))
);

create index review_action_of_review on review_action (organization_id, review_id);

call protect('management_review', 'select, insert, update');
call protect('review_action');

create function keep_signed_review() returns trigger
language plpgsql as $$
begin
    if old.signed_at is not null then
        raise exception 'A signed management review stays as it was signed.';
    end if;
    return coalesce(new, old);
end
$$;

create trigger management_review_stays before update or delete on management_review
for each row execute function keep_signed_review();

create function keep_decided_action() returns trigger
language plpgsql as $$
declare
    is_signed boolean;
begin
    select signed_at is not null into is_signed from management_review
    where organization_id = old.organization_id and id = old.review_id;
    if is_signed and tg_op = 'DELETE' then
        raise exception 'What a signed review decided stays.';
    end if;
    if is_signed and (new.review_id, new.kind, new.says, new.owner, new.due_on)
        is distinct from (old.review_id, old.kind, old.says, old.owner, old.due_on) then
        raise exception 'What a signed review decided stays.';
    end if;
    return coalesce(new, old);
end
$$;

create trigger review_action_stays before update or delete on review_action
for each row execute function keep_decided_action();

-- Gate G9 is read from reviews, G12 from training.
call count_changes('management_review');
call count_changes('review_action');
call count_changes('course_assignment');
call count_changes('quiz_attempt');
