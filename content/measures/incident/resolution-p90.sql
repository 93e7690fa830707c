-- One row per month: ninetieth percentile of the working hours from opening to resolution.
select
    incident.resolved_month as period,
    percentile_cont(0.9) within group (order by incident.resolution_business_minutes) / 60 as value,
    cast(count(*) as integer) as n
from incident
cross join parameter
where incident.ended_at >= parameter.period_from
    and incident.ended_at < parameter.period_to
    and incident.resolution_business_minutes is not null
group by incident.resolved_month
order by period
