-- One row per open problem with a known cause.
select
    problem.ticket_id as subject,
    case
        when problem.is_known_error or problem.linked_known_error_count > 0 or problem.known_error_at is not null then 'met'
        else 'not met'
    end as answer,
    case
        when problem.linked_known_error_count > 0 then 'known error record linked'
        when problem.is_known_error or problem.known_error_at is not null then 'marked as known error'
        else 'cause known, no known error'
    end as reason
from problem
cross join parameter
where problem.is_open
    and problem.created_at < parameter.period_to
    and (problem.root_cause_code is not null or problem.root_cause_at is not null)
    and (problem.root_cause_at is null or problem.root_cause_at + parameter.grace_days * interval '1 day' <= parameter.data_until)
order by subject
