-- One row per group and month with enough closed incidents.
with

hourly as (

    select
        incident.group_id,
        incident.closed_month,
        date_trunc('hour', incident.closed_at) as closed_hour,
        count(*) as closed_count
    from incident
    cross join parameter
    where incident.group_id is not null
        and incident.closed_at >= parameter.period_from
        and incident.closed_at < parameter.period_to
    group by
        incident.group_id,
        incident.closed_month,
        date_trunc('hour', incident.closed_at)

),

monthly as (

    select
        hourly.group_id,
        hourly.closed_month,
        max(hourly.closed_count) as busiest_count,
        sum(hourly.closed_count) as closed_count
    from hourly
    group by
        hourly.group_id,
        hourly.closed_month

)

select
    monthly.group_id || ' / ' || monthly.closed_month as subject,
    case
        when monthly.busiest_count <= monthly.closed_count * parameter.max_share then 'met'
        else 'not met'
    end as answer,
    cast(cast(monthly.busiest_count as integer) as varchar) || ' of ' || cast(cast(monthly.closed_count as integer) as varchar) || ' closed within one hour' as reason
from monthly
cross join parameter
where monthly.closed_count >= parameter.least_closed
order by subject
