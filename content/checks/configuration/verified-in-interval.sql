-- One row per live configuration item.
with

live as (

    select
        ci.ci_id,
        ci.verified_at,
        least(parameter.period_to, parameter.data_until) as asked_at,
        parameter.interval_days
    from ci
    cross join parameter
    where ci.status = 'live'

)

select
    live.ci_id as subject,
    case when live.verified_at >= live.asked_at - live.interval_days * interval '1 day' then 'met' else 'not met' end as answer,
    case
        when live.verified_at is null then 'never verified'
        when live.verified_at >= live.asked_at then 'verified'
        else 'verified ' || cast(cast(floor(extract(epoch from live.asked_at - live.verified_at) / 86400) as integer) as varchar) || ' days before'
    end as reason
from live
order by subject
