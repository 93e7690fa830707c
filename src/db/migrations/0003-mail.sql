-- Every message is written here first, in the transaction that has a reason for it, and sent afterwards.
create table mail (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    kind text not null,
    recipient text not null,
    subject text not null,
    body text not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    attempts integer not null default 0,
    -- When it is tried next; null once it was sent or given up.
    next_at timestamptz default now(),
    problem text,
    primary key (organization_id, id)
);

create index mail_due on mail (next_at) where next_at is not null;
create index mail_by_time on mail (organization_id, created_at, id);

call protect('mail');

-- Messages to a person that no organization may read, such as a link for a new password.
create table personal_mail (
    id uuid primary key default gen_random_uuid(),
    kind text not null,
    recipient text not null,
    subject text not null,
    body text not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    attempts integer not null default 0,
    next_at timestamptz default now(),
    problem text
);

create index personal_mail_due on personal_mail (next_at) where next_at is not null;
