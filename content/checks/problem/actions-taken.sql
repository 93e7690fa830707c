-- One row per problem ended in the period or open for long.
select
    problem.ticket_id as subject,
    case when problem.linked_change_count > 0 or problem.workaround_at is not null or problem.action_count > 0 then 'met' else 'not met' end as answer,
    case
        when problem.linked_change_count > 0 then 'change linked'
        when problem.workaround_at is not null then 'workaround recorded'
        when problem.action_count > 0 then 'actions recorded: ' || cast(problem.action_count as varchar)
        else 'no action recorded'
    end as reason
from problem
cross join parameter
where problem.created_at < parameter.period_to
    and problem.is_void is not true
    and (
        (problem.ended_at >= parameter.period_from and problem.ended_at < parameter.period_to)
        or (problem.is_open and problem.created_at + parameter.open_days * interval '1 day' < parameter.data_until)
    )
order by subject
