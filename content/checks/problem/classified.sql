-- One row per problem opened in the period.
select
    problem.ticket_id as subject,
    case when problem.category is null or problem.service_id is null then 'not met' else 'met' end as answer,
    case
        when problem.category is null and problem.service_id is null then 'neither category nor service'
        when problem.category is null then 'no category'
        when problem.service_id is null then 'no service'
        else 'classified'
    end as reason
from problem
cross join parameter
where problem.created_at >= parameter.period_from
    and problem.created_at < parameter.period_to
    and problem.is_void is not true
order by subject
