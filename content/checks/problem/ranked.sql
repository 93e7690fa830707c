-- One row per problem opened in the period.
with

set_later as (

    select
        event.ticket_id,
        min(event.happened_at) as set_at
    from event
    where event.kind = 'priority'
        and event.from_value is null
    group by event.ticket_id

),

judged as (

    select
        problem.ticket_id,
        problem.priority,
        problem.created_at,
        set_later.set_at,
        problem.created_at
        + cast(
            parameter.working_days
            + 2 * floor((least(extract(isodow from problem.created_at), 5) - 1 + parameter.working_days) / 5)
            - case when extract(isodow from problem.created_at) = 7 then 1 else 0 end as integer
        ) * interval '1 day' as due_at,
        parameter.data_until
    from problem
    cross join parameter
    left join set_later on set_later.ticket_id = problem.ticket_id
    where problem.created_at >= parameter.period_from
        and problem.created_at < parameter.period_to
        and problem.is_void is not true

)

select
    judged.ticket_id as subject,
    case
        when judged.priority is null and judged.due_at > judged.data_until then 'not applicable'
        when judged.priority is null then 'not met'
        when judged.set_at > judged.due_at then 'not met'
        else 'met'
    end as answer,
    case
        when judged.priority is null and judged.due_at > judged.data_until then 'still in time'
        when judged.priority is null then 'no priority'
        when judged.set_at > judged.due_at then 'priority set only after ' || cast(cast(floor(extract(epoch from judged.set_at - judged.created_at) / 86400) as integer) as varchar) || ' days'
        else 'priority ' || cast(judged.priority as varchar)
    end as reason
from judged
order by subject
