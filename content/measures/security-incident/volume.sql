-- One row per month: security incidents opened.
select
    security_incident.created_month as period,
    cast(count(*) as integer) as value,
    cast(count(*) as integer) as n
from security_incident
cross join parameter
where security_incident.created_at >= parameter.period_from
    and security_incident.created_at < parameter.period_to
    and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')
group by security_incident.created_month
order by period
