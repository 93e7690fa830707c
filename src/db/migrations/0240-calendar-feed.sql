-- The address by which a calendar program reads the calendar of an organization for one person: at most one, kept as a hash.
-- It goes with the membership. asked counts within the minute that began at asked_since.
create table calendar_feed (
    organization_id uuid not null references organization,
    person_id text not null,
    code_sha256 text not null unique,
    language text not null,
    made_at timestamptz not null,
    read_at timestamptz,
    asked_since timestamptz,
    asked integer not null default 0,
    primary key (organization_id, person_id),
    foreign key (organization_id, person_id) references membership (organization_id, person_id) on delete cascade
);

call protect('calendar_feed');
