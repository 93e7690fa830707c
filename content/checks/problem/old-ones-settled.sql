-- One row per problem older than the limit.
with

old as (

    select
        problem.ticket_id,
        problem.is_open,
        problem.state,
        problem.has_closure_notes,
        problem.workaround_at,
        extract(epoch from coalesce(problem.ended_at, parameter.data_until) - problem.created_at) / 86400 as age_days,
        parameter.limit_days
    from problem
    cross join parameter
    where problem.created_at < parameter.period_to
        and problem.is_void is not true
        and (
            problem.is_open
            or (problem.ended_at >= parameter.period_from and problem.ended_at < parameter.period_to)
        )

)

select
    old.ticket_id as subject,
    case
        when not old.is_open then 'met'
        when old.state = 'risk_accepted' or old.has_closure_notes or old.workaround_at is not null then 'met'
        else 'not met'
    end as answer,
    case
        when not old.is_open then 'resolved after ' || cast(cast(floor(old.age_days) as integer) as varchar) || ' days'
        when old.state = 'risk_accepted' then 'risk accepted'
        when old.has_closure_notes then 'note recorded'
        when old.workaround_at is not null then 'open with a workaround'
        else 'open for ' || cast(cast(floor(old.age_days) as integer) as varchar) || ' days without a reason'
    end as reason
from old
where old.age_days > old.limit_days
order by subject
