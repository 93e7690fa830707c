-- One row per month: incidents opened, and those with a configuration item.
select
    incident.created_month as period,
    cast(count(incident.ci_id) as integer) as part,
    cast(count(*) as integer) as whole
from incident
cross join parameter
where incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
group by incident.created_month
order by period
