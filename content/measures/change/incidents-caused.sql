-- One row per month: incidents opened, and those that name a change as their cause.
select
    incident.created_month as period,
    cast(count(*) filter (where incident.caused_by_change_id is not null) as integer) as part,
    cast(count(*) as integer) as whole
from incident
cross join parameter
where incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
group by incident.created_month
order by period
