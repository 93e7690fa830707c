-- That somebody was reminded of a dated thing: once for each day that it was due on.
create table calendar_reminder (
    organization_id uuid not null references organization,
    entry text not null,
    due_on date not null,
    reminded_at timestamptz not null,
    primary key (organization_id, entry, due_on)
);

call protect('calendar_reminder', 'select, insert');

-- Gates are also read from what recurs, so every change of a record counts: of activities, audits, roles and the rest.
create or replace function count_record_change() returns trigger
language plpgsql as $$
begin
    insert into assessment_revision (organization_id, number) values (new.organization_id, 1)
    on conflict (organization_id) do update set number = assessment_revision.number + 1;
    return null;
end
$$;

drop trigger record_counts_changed on record;

create trigger record_counts_changed
after update on record
for each row
when (
    old.deleted_at is distinct from new.deleted_at or old.state is distinct from new.state
    or new.register in ('documents', 'activities', 'workforce', 'roles', 'risks', 'agreements')
)
execute function count_record_change();
