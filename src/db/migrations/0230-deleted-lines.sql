-- An own line that was deleted stays with its history, counts nowhere, and can be put back.
alter table case_line add column deleted_at timestamptz check (deleted_at is null or own is not null);
