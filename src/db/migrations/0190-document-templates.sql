-- The face and the cover of documents beside their colours.
alter table brand
    add column pdf_font text not null default 'Inter' check (pdf_font in ('Inter', 'Libertinus Serif')),
    add column office_font text not null default '' check (length(office_font) <= 60),
    add column cover_style text not null default 'plain' check (cover_style in ('plain', 'band', 'logo'));

-- A file of Office that documents of its kind are put into, as an organization gave it. The newest revision counts while it is
-- used; the file lies below the attachments, under its hash. gaps: what it lacks, and what stands there instead.
create table document_template (
    organization_id uuid not null references organization,
    kind text not null check (kind in ('docx', 'pptx', 'xlsx')),
    revision integer not null check (revision > 0),
    name text not null check (length(name) between 1 and 300),
    type text not null,
    bytes bigint not null check (bytes > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    gaps jsonb not null,
    is_used boolean not null default true,
    author_id text,
    author_name text not null,
    made_at timestamptz not null,
    primary key (organization_id, kind, revision)
);

call protect('document_template', 'select, insert, update');
