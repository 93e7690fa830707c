-- What people changed about how they sign in. The database notes it together with the change, whoever makes it; from here
-- it is carried into the trail of every organization that the person belongs to, and taken out. No secret is among it.

create table account_change (
    id bigint generated always as identity primary key,
    person_id text not null,
    what text not null,
    at timestamptz not null default clock_timestamp()
);

create function note_account_change() returns trigger
language plpgsql as $$
declare
    person text := case tg_op when 'DELETE' then old.person_id else new.person_id end;
begin
    insert into account_change (person_id, what) values (person, tg_argv[0]);
    return null;
end
$$;

create function note_second_step() returns trigger
language plpgsql as $$
begin
    insert into account_change (person_id, what)
    values (new.id, case when new.is_two_factor_enabled then 'turn on second step' else 'turn off second step' end);
    return null;
end
$$;

create trigger password_changed after update of password on account
for each row when (old.password is distinct from new.password)
execute function note_account_change('change password');

create trigger second_step_changed after update of is_two_factor_enabled on person
for each row when (coalesce(old.is_two_factor_enabled, false) <> coalesce(new.is_two_factor_enabled, false))
execute function note_second_step();

create trigger recovery_codes_changed after update of backup_codes on two_factor
for each row when (old.backup_codes <> new.backup_codes)
execute function note_account_change('use or renew recovery codes');

create trigger passkey_added after insert on passkey
for each row execute function note_account_change('add passkey');

create trigger passkey_removed after delete on passkey
for each row execute function note_account_change('remove passkey');
