-- One row per item that supports a service and is live, or does not say what it is.
with

used as (

    select
        ci.ci_id,
        ci.owner_id,
        ci.status,
        cast(ci.support_ends_on as timestamp) as support_ends_at,
        least(parameter.period_to, parameter.data_until) as asked_at
    from ci
    cross join parameter
    where coalesce(ci.status, 'live') = 'live'
        and ci.service_id is not null

)

select
    used.ci_id as subject,
    case
        when used.owner_id is null or used.status is null or used.support_ends_at is null then 'not met'
        when used.support_ends_at < used.asked_at - interval '1 day' then 'not met'
        else 'met'
    end as answer,
    case
        when used.owner_id is null and used.support_ends_at is null then 'neither owner nor end of support'
        when used.owner_id is null then 'no owner'
        when used.status is null then 'no status'
        when used.support_ends_at is null then 'no end of support recorded'
        when used.support_ends_at < used.asked_at - interval '1 day' then 'out of support for ' || cast(cast(floor(extract(epoch from used.asked_at - used.support_ends_at) / 86400) as integer) as varchar) || ' days'
        else 'owned and in support'
    end as reason
from used
order by subject
