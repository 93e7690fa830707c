-- What a person says about a criterion of a phase that no record decides; the latest counts.
create table criterion_statement (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    criterion text not null,
    is_met boolean not null,
    says text not null check (length(says) between 1 and 2000),
    stated_by text,
    stated_by_name text not null,
    stated_at timestamptz not null,
    primary key (organization_id, id)
);

create index criterion_statement_by_time on criterion_statement (organization_id, stated_at, id);

-- The sign-off of a phase: its criteria as they stood, and each open one with the reason why it was let pass.
create table phase_signature (
    organization_id uuid not null references organization,
    phase text not null,
    criteria jsonb not null,
    waivers jsonb not null,
    note text not null default '',
    proved_by text not null check (proved_by in ('password', 'passkey')),
    signed_by text not null,
    signed_by_name text not null,
    signed_as text not null,
    signed_at timestamptz not null,
    primary key (organization_id, phase)
);

-- How services and goals fitted each other when somebody looked, and when to look again.
create table alignment_review (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    note text not null check (length(note) between 1 and 4000),
    alignment jsonb not null,
    next_on date not null,
    reviewed_by text,
    reviewed_by_name text not null,
    reviewed_at timestamptz not null,
    primary key (organization_id, id)
);

create index alignment_review_by_time on alignment_review (organization_id, reviewed_at desc, id);

call protect('criterion_statement', 'select, insert');
call protect('phase_signature', 'select, insert');
call protect('alignment_review', 'select, insert');

call keep_unchanged('criterion_statement');
call keep_unchanged('phase_signature');
call keep_unchanged('alignment_review');
