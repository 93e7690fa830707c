-- One row per month: median minutes from opening to the first answer.
select
    incident.created_month as period,
    percentile_cont(0.5) within group (order by incident.response_minutes) as value,
    cast(count(*) as integer) as n
from incident
cross join parameter
where incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
    and incident.response_minutes is not null
group by incident.created_month
order by period
