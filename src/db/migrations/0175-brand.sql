-- How the documents of an organization look: two colours, words, and a picture that was checked when it came in.

create table brand (
    organization_id uuid primary key references organization,
    primary_colour text not null check (primary_colour ~ '^#[0-9A-F]{6}$'),
    secondary_colour text not null check (secondary_colour ~ '^#[0-9A-F]{6}$'),
    footer text not null check (length(footer) <= 200),
    cover_line text not null check (length(cover_line) <= 200),
    logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
    logo_base64 text check (length(logo_base64) <= 500000),
    logo_width double precision check (logo_width > 0),
    logo_height double precision check (logo_height > 0),
    version integer not null default 1,
    changed_by text,
    changed_by_name text not null,
    changed_at timestamptz not null,
    check (num_nonnulls(logo_type, logo_base64, logo_width, logo_height) in (0, 4))
);

call protect('brand', 'select, insert, update');
