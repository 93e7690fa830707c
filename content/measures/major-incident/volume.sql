-- One row per month: major incidents opened.
select
    major_incident.created_month as period,
    cast(count(*) as integer) as value,
    cast(count(*) as integer) as n
from major_incident
cross join parameter
where major_incident.created_at >= parameter.period_from
    and major_incident.created_at < parameter.period_to
    and coalesce(major_incident.state, '') not in ('cancelled', 'merged', 'downgraded')
group by major_incident.created_month
order by period
