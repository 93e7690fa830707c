-- One row per problem resolved in the period by altering something.
with

planned as (

    select distinct state_interval.ticket_id
    from state_interval
    where state_interval.type = 'problem'
        and state_interval.state = 'resolution_planned'

)

select
    problem.ticket_id as subject,
    case when problem.linked_change_count > 0 then 'met' else 'not met' end as answer,
    case when problem.linked_change_count > 0 then 'change linked' else 'no change linked' end as reason
from problem
cross join parameter
left join planned on planned.ticket_id = problem.ticket_id
where problem.ended_at >= parameter.period_from
    and problem.ended_at < parameter.period_to
    and coalesce(problem.state, '') not in ('cancelled', 'merged', 'risk_accepted')
    and (
        planned.ticket_id is not null
        or position(', ' || lower(problem.resolution_code) || ',' in ', ' || lower(parameter.alteration_codes) || ',') > 0
    )
order by subject
