-- Internal and external audits with their checklists and reports, and what was found with everything done about it.

-- What later parts of the program know about the programme, told where they know it: by then nobody need write it down.
create table programme_told (
    organization_id uuid not null references organization,
    part text not null,
    facts jsonb not null,
    told_at timestamptz not null,
    primary key (organization_id, part)
);

-- One audit of the programme. clauses: the numbers it covers, with everything below them.
create table audit (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    number integer not null,
    kind text not null check (kind in ('internal', 'external')),
    title text not null check (length(title) between 1 and 200),
    state text not null default 'programmed' check (state in (
        'programmed', 'planned', 'prepared', 'conducting', 'drafted', 'reported', 'following_up', 'closed', 'cancelled'
    )),
    clauses jsonb not null,
    because text not null default '',
    planned_on date not null,
    held_on date,
    criteria text not null default '',
    method text not null default '',
    lead_id text,
    lead_name text,
    team jsonb not null default '[]',
    made_by text,
    made_by_name text not null,
    made_at timestamptz not null,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, number)
);

-- One line of a checklist: what is asked, what the computed checks said when it was made, and what was answered.
create table audit_question (
    organization_id uuid not null references organization,
    audit_id uuid not null,
    requirement text not null,
    asks jsonb not null,
    results jsonb not null default '[]',
    answer text check (answer in ('met', 'could be better', 'not met', 'not applicable')),
    notes text not null default '',
    evidence jsonb not null default '[]',
    answered_by text,
    answered_by_name text,
    answered_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, audit_id, requirement),
    foreign key (organization_id, audit_id) references audit (organization_id, id)
);

-- A sample that was looked at in an audit.
create table audit_sample (
    organization_id uuid not null references organization,
    audit_id uuid not null,
    sample_id uuid not null,
    requirement text,
    linked_by_name text not null,
    linked_at timestamptz not null,
    primary key (organization_id, audit_id, sample_id),
    foreign key (organization_id, audit_id) references audit (organization_id, id),
    foreign key (organization_id, sample_id) references sample (organization_id, id)
);

-- The report of an audit as its lead signed it. paper: the report was signed before the audit was kept here.
create table audit_signature (
    organization_id uuid not null references organization,
    audit_id uuid not null,
    conclusion text not null check (length(conclusion) between 1 and 8000),
    report jsonb not null,
    seal text not null,
    proved_by text not null check (proved_by in ('password', 'passkey', 'paper')),
    signed_by text not null,
    signed_by_name text not null,
    signed_as text not null,
    signed_at timestamptz not null,
    primary key (organization_id, audit_id),
    foreign key (organization_id, audit_id) references audit (organization_id, id)
);

-- What was found out after the report was signed.
create table audit_addendum (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    audit_id uuid not null,
    says text not null check (length(says) between 1 and 4000),
    added_by text,
    added_by_name text not null,
    added_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, audit_id) references audit (organization_id, id)
);

-- Something found, and what is done about it. check_id: the computed check that shows whether it is gone.
create table finding (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    number integer not null,
    source text not null check (source in ('internal audit', 'external audit', 'check', 'complaint', 'signal', 'by hand')),
    source_name text not null default '',
    audit_id uuid,
    check_id text,
    grade text not null check (grade in ('major', 'minor', 'opportunity', 'good practice')),
    title text not null check (length(title) between 1 and 300),
    requirements jsonb not null,
    evidence text not null default '',
    missing text not null default '',
    grade_reason text not null default '',
    extent text not null default '',
    state text not null default 'raised' check (state in (
        'raised', 'contained', 'analysing', 'action_planned', 'implementing', 'implemented', 'verifying', 'closed', 'rejected'
    )),
    owner_id text,
    owner_name text,
    due_on date,
    correction text not null default '',
    cause_form text not null default 'whys' check (cause_form in ('whys', 'cause and effect')),
    cause_rows jsonb not null default '[]',
    root_cause text not null default '',
    cause_category text,
    cause_by text,
    cause_by_name text,
    cause_approved_by text,
    cause_approved_by_name text,
    cause_approved_at timestamptz,
    extent_check text not null default '',
    criterion text not null default '',
    effect_due_on date,
    decision text not null default '',
    raised_by text,
    raised_by_name text not null,
    raised_at timestamptz not null,
    closed_at timestamptz,
    reopened integer not null default 0,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, number),
    foreign key (organization_id, audit_id) references audit (organization_id, id),
    check (cause_approved_by is null or cause_approved_by is distinct from cause_by)
);

create index finding_by_check on finding (organization_id, check_id) where check_id is not null;

create table finding_action (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    finding_id uuid not null,
    says text not null check (length(says) between 1 and 2000),
    owner_id text not null,
    owner_name text not null,
    due_on date not null,
    done_on date,
    evidence text not null default '',
    done_by_name text,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, finding_id) references finding (organization_id, id)
);

create index finding_action_of on finding_action (organization_id, finding_id);
create index finding_action_by_owner on finding_action (organization_id, owner_id) where done_on is null;

-- What somebody else than the owners of the actions found about their effect, with what the computed checks said that day.
create table effect_check (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    finding_id uuid not null,
    is_effective boolean not null,
    says text not null check (length(says) between 1 and 4000),
    results jsonb not null,
    checked_by text not null,
    checked_by_name text not null,
    checked_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, finding_id) references finding (organization_id, id)
);

create function refuse_after_signature() returns trigger
language plpgsql as $$
begin
    if exists (
        select from audit_signature
        where audit_signature.organization_id = old.organization_id and audit_signature.audit_id = old.audit_id
    ) then
        raise exception 'The report of this audit is signed: what it says stays.' using errcode = 'insufficient_privilege';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

create trigger audit_question_stays before update or delete on audit_question
for each row execute function refuse_after_signature();
create trigger audit_sample_stays before update or delete on audit_sample
for each row execute function refuse_after_signature();
create trigger finding_as_reported_stays before update on finding
for each row when (
    (old.audit_id, old.grade, old.title, old.requirements, old.evidence, old.missing, old.grade_reason, old.extent)
    is distinct from
    (new.audit_id, new.grade, new.title, new.requirements, new.evidence, new.missing, new.grade_reason, new.extent)
)
execute function refuse_after_signature();

call protect('programme_told', 'select, insert, update');
call protect('audit', 'select, insert, update');
call protect('audit_question', 'select, insert, update, delete');
call protect('audit_sample', 'select, insert, delete');
call protect('audit_signature', 'select, insert');
call protect('audit_addendum', 'select, insert');
call protect('finding', 'select, insert, update');
call protect('finding_action', 'select, insert, update, delete');
call protect('effect_check', 'select, insert');

call keep_unchanged('audit_signature');
call keep_unchanged('audit_addendum');
call keep_unchanged('effect_check');

call count_changes('programme_told');
