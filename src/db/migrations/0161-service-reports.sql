-- What a service report is: for whom, about what, how often, by whom (9.4).
create table service_report (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    title text not null check (length(title) between 1 and 200),
    audience text not null check (length(audience) between 1 and 300),
    purpose text not null check (length(purpose) between 1 and 1000),
    services text[] not null check (cardinality(services) > 0),
    customer text not null default '',
    parts text[] not null check (cardinality(parts) > 0),
    cadence text not null check (cadence in ('monthly', 'quarterly')),
    -- Days after the end of a period by which its report is out.
    due_days integer not null check (due_days between 1 and 90),
    issuer text not null check (length(issuer) between 1 and 300),
    recipients text[] not null,
    first_month text not null check (first_month ~ '^\d{4}-\d{2}$'),
    ended_at timestamptz,
    version integer not null default 1,
    made_at timestamptz not null,
    primary key (organization_id, id)
);

-- A report as it went out: the definition and its figures as text, and the hash of that text. Never changed.
create table service_report_issue (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    report_id uuid not null,
    period text not null,
    collection_id uuid not null,
    due_on date not null,
    figures text not null,
    seal text not null,
    issued_by text,
    issued_by_name text not null,
    issued_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, report_id, period),
    foreign key (organization_id, report_id) references service_report (organization_id, id),
    foreign key (organization_id, collection_id) references collection (organization_id, id)
);

-- Who was sent an issue, and who has said that it arrived. The link is kept as its hash.
create table service_report_receipt (
    organization_id uuid not null references organization,
    issue_id uuid not null,
    recipient text not null,
    code_sha256 text,
    sent_at timestamptz,
    acknowledged_at timestamptz,
    says text,
    primary key (organization_id, issue_id, recipient),
    foreign key (organization_id, issue_id) references service_report_issue (organization_id, id)
);

create unique index service_report_receipt_by_code on service_report_receipt (organization_id, code_sha256);

call protect('service_report', 'select, insert, update');
call protect('service_report_issue', 'select, insert');
call protect('service_report_receipt', 'select, insert, update');

call keep_unchanged('service_report_issue');
