-- Filling an organization with the simulated house is work that takes long, like any other.
alter table job drop constraint job_kind_check;
alter table job add constraint job_kind_check check (kind in ('ingest', 'collect', 'documents', 'demo'));
