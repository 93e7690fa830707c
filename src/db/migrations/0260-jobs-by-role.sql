-- Who may read less is given a smaller set of documents, so people of two roles are not given one job for it.
drop index job_waiting_once;
create unique index job_waiting_once
    on job (organization_id, kind, asked, (case when kind = 'documents' then asked_role else '' end))
    where state = 'waiting';
