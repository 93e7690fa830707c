-- Keys are written with their record, some fifty at a time; asking each of them whether the record is there is most of the
-- cost of an import, and they are derived from it anyway.
alter table record_key drop constraint record_key_organization_id_record_id_fkey;
