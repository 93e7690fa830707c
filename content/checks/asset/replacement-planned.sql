-- One row per live item whose support ends soon or has ended.
with

planned as (

    select
        change.ci_id,
        min(change.ticket_id) as change_id
    from change
    where change.is_open
        and change.ci_id is not null
    group by change.ci_id

),

ageing as (

    select
        ci.ci_id,
        cast(floor(extract(epoch from cast(ci.support_ends_on as timestamp) - parameter.data_until) / 86400) as integer) as days_left,
        planned.change_id
    from ci
    cross join parameter
    left join planned on planned.ci_id = ci.ci_id
    where ci.status = 'live'
        and ci.service_id is not null
        and cast(ci.support_ends_on as timestamp) <= parameter.data_until + parameter.ahead_days * interval '1 day'

)

select
    ageing.ci_id as subject,
    case when ageing.change_id is null then 'not met' else 'met' end as answer,
    case
        when ageing.days_left < 0 then 'support ended'
        else 'support ends in ' || cast(ageing.days_left as varchar) || ' days'
    end || coalesce(', ' || ageing.change_id || ' is open', ', no open change') as reason
from ageing
order by subject
