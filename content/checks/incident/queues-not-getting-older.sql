-- One row per group with enough open incidents at both moments.
with

moment as (

    select
        least(parameter.period_to, parameter.data_until) as now_at,
        least(parameter.period_to, parameter.data_until) - parameter.apart_days * interval '1 day' as before_at,
        parameter.tolerated_growth,
        parameter.smallest_count
    from parameter

),

queue as (

    select
        incident.group_id,
        case
            when incident.ended_at is null or incident.ended_at >= moment.now_at
                then extract(epoch from moment.now_at - incident.created_at) / 86400
        end as now_days,
        case
            when incident.created_at < moment.before_at
                then extract(epoch from moment.before_at - incident.created_at) / 86400
        end as before_days,
        moment.tolerated_growth,
        moment.smallest_count
    from incident
    cross join moment
    where incident.group_id is not null
        and incident.created_at < moment.now_at
        and (incident.ended_at >= moment.before_at or incident.is_open)

),

aged as (

    select
        queue.group_id,
        percentile_cont(0.5) within group (order by queue.now_days) as now_days,
        percentile_cont(0.5) within group (order by queue.before_days) as before_days,
        min(queue.tolerated_growth) as tolerated_growth
    from queue
    group by queue.group_id
    having count(queue.now_days) >= min(queue.smallest_count)
        and count(queue.before_days) >= min(queue.smallest_count)

)

select
    aged.group_id as subject,
    case
        when aged.now_days <= aged.before_days * (1 + aged.tolerated_growth) then 'met'
        else 'not met'
    end as answer,
    'median age ' || cast(cast(floor(aged.now_days) as integer) as varchar) || ' days, before ' || cast(cast(floor(aged.before_days) as integer) as varchar) as reason
from aged
order by subject
