-- One row per failed or backed-out change closed in the period.
select
    change.ticket_id as subject,
    case
        when change.linked_problem_count > 0 or change.problem_id is not null then 'met'
        when change.pir_at is not null or change.reviewed_at is not null then 'met'
        else 'not met'
    end as answer,
    case
        when change.linked_problem_count > 0 or change.problem_id is not null then 'problem linked'
        when change.pir_at is not null or change.reviewed_at is not null then 'reviewed'
        else 'neither problem nor review'
    end as reason
from change
cross join parameter
where change.outcome in ('failed', 'backed_out')
    and change.closed_at >= parameter.period_from
    and change.closed_at < parameter.period_to
order by subject
