-- One row per problem of high priority that stood still for long.
with

silent as (

    select
        problem.ticket_id,
        problem.escalated_at,
        greatest(
            coalesce(problem.longest_silence_days, 0),
            case when problem.is_open then extract(epoch from parameter.data_until - coalesce(problem.last_activity_at, problem.created_at)) / 86400 else 0 end
        ) as silence_days
    from problem
    cross join parameter
    where problem.priority <= parameter.high_priority
        and problem.created_at < parameter.period_to
        and (problem.is_open or problem.ended_at >= parameter.period_from)

)

select
    silent.ticket_id as subject,
    case when silent.escalated_at is null then 'not met' else 'met' end as answer,
    cast(cast(floor(silent.silence_days) as integer) as varchar) || ' days without activity, '
    || case when silent.escalated_at is null then 'not escalated' else 'escalated' end as reason
from silent
cross join parameter
where silent.silence_days > parameter.silence_days
order by subject
