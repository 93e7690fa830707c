-- One row per month with enough resolved incidents in both groups.
with

monthly as (

    select
        incident.resolved_month,
        percentile_cont(0.5) within group (order by case when incident.priority <= parameter.least_priority then incident.resolution_minutes end) as urgent_minutes,
        percentile_cont(0.5) within group (order by case when incident.priority > parameter.least_priority then incident.resolution_minutes end) as other_minutes,
        count(*) filter (where incident.priority <= parameter.least_priority) as urgent_count,
        count(*) filter (where incident.priority > parameter.least_priority) as other_count,
        min(parameter.smallest_group) as smallest_group
    from incident
    cross join parameter
    where incident.ended_at >= parameter.period_from
        and incident.ended_at < parameter.period_to
        and incident.resolution_minutes is not null
    group by incident.resolved_month

)

select
    monthly.resolved_month as subject,
    case
        when monthly.urgent_minutes <= monthly.other_minutes then 'met'
        else 'not met'
    end as answer,
    'median ' || cast(cast(floor(monthly.urgent_minutes) as integer) as varchar) || ' minutes for urgent, '
    || cast(cast(floor(monthly.other_minutes) as integer) as varchar) || ' for the others' as reason
from monthly
where monthly.urgent_count >= monthly.smallest_group
    and monthly.other_count >= monthly.smallest_group
order by subject
