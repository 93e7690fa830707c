-- Gates are read from registers too: how many services and parties there are, which documents are in force, and whether
-- attached evidence has run out. So these changes count.
call count_changes('attachment');

create trigger record_counts_added
after insert on record
referencing new table as changed
for each statement execute function count_assessment_change();

create function count_record_change() returns trigger
language plpgsql as $$
begin
    insert into assessment_revision (organization_id, number) values (new.organization_id, 1)
    on conflict (organization_id) do update set number = assessment_revision.number + 1;
    return null;
end
$$;

create trigger record_counts_changed
after update on record
for each row
when (old.deleted_at is distinct from new.deleted_at or new.register = 'documents')
execute function count_record_change();
