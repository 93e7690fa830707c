-- One row per month: median hours to restoration.
select
    major_incident.resolved_month as period,
    percentile_cont(0.5) within group (order by extract(epoch from major_incident.resolved_at - coalesce(major_incident.detected_at, major_incident.created_at)) / 3600) as value,
    cast(count(*) as integer) as n
from major_incident
cross join parameter
where major_incident.resolved_at >= parameter.period_from
    and major_incident.resolved_at < parameter.period_to
group by major_incident.resolved_month
order by period
