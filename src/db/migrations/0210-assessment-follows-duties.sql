-- What later chapters tell the assessment is read where it is kept, and no longer written a second time.
drop table programme_told;

-- Gates are read from audits, findings, kept decisions, service reviews, reports, surveys and reviews of alignment
-- too, and from what any record says: roles that are filled, duties that are done.
call count_changes('audit');
call count_changes('audit_signature');
call count_changes('finding');
call count_changes('kpi_decision');
call count_changes('service_review');
call count_changes('service_report_issue');
call count_changes('survey');
call count_changes('alignment_review');

drop trigger record_counts_changed on record;
drop function count_record_change();

create trigger record_counts_changed
after update on record
referencing new table as changed
for each statement execute function count_assessment_change();
