-- One row per month: median minutes from opening to declaration.
select
    major_incident.created_month as period,
    percentile_cont(0.5) within group (order by extract(epoch from major_incident.declared_at - major_incident.created_at) / 60) as value,
    cast(count(*) as integer) as n
from major_incident
cross join parameter
where major_incident.created_at >= parameter.period_from
    and major_incident.created_at < parameter.period_to
    and major_incident.declared_at >= major_incident.created_at
group by major_incident.created_month
order by period
