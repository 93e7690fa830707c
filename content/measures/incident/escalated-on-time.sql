-- One row per month: urgent incidents that reached the limit, and those escalated by then.
with

urgent as (

    select
        incident.created_month,
        incident.escalated_at,
        coalesce(incident.ended_at, parameter.data_until) as until_at,
        incident.created_at
        + case when incident.priority = 1 then parameter.limit_minutes_1 else parameter.limit_minutes_2 end * interval '1 minute' as limit_at
    from incident
    cross join parameter
    where incident.priority in (1, 2)
        and incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and (incident.ended_at is not null or incident.is_open)
        and incident.is_void is not true

)

select
    urgent.created_month as period,
    cast(count(*) filter (where urgent.escalated_at <= urgent.limit_at) as integer) as part,
    cast(count(*) as integer) as whole
from urgent
where urgent.until_at > urgent.limit_at
group by urgent.created_month
order by period
