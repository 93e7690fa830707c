-- One row per problem opened in the period.
select
    problem.ticket_id as subject,
    case when problem.linked_incident_count > 0 then 'met' else 'not met' end as answer,
    'incidents linked: ' || cast(problem.linked_incident_count as varchar) as reason
from problem
cross join parameter
where problem.created_at >= parameter.period_from
    and problem.created_at < parameter.period_to
    and problem.is_void is not true
order by subject
