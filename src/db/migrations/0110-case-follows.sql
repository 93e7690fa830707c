-- An assumption that takes its values from the roadmap as it is planned now; its own are those from before it was planned.
alter table case_assumption add column follows text check (follows in ('effort', 'external effort'));
