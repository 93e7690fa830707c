-- One row per month: incidents opened.
select
    incident.created_month as period,
    cast(count(*) as integer) as value,
    cast(count(*) as integer) as n
from incident
cross join parameter
where incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
group by incident.created_month
order by period
