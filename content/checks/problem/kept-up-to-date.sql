-- One row per problem open at the end of the data.
select
    problem.ticket_id as subject,
    case
        when coalesce(problem.last_activity_at, problem.created_at) >= parameter.data_until - parameter.update_days * interval '1 day' then 'met'
        else 'not met'
    end as answer,
    'last entry ' || cast(cast(floor(extract(epoch from parameter.data_until - coalesce(problem.last_activity_at, problem.created_at)) / 86400) as integer) as varchar) || ' days before the end of the data' as reason
from problem
cross join parameter
where problem.is_open
    and problem.created_at < parameter.period_to
    and problem.created_at <= parameter.data_until - parameter.update_days * interval '1 day'
order by subject
