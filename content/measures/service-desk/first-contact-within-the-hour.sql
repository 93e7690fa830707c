-- One row per month: incidents ended, and those done by the first group within the hour.
select
    incident.resolved_month as period,
    cast(count(*) filter (where incident.reassign_count = 0 and incident.reopen_count = 0 and incident.resolution_minutes <= parameter.limit_minutes) as integer) as part,
    cast(count(*) as integer) as whole
from incident
cross join parameter
where incident.ended_at >= parameter.period_from
    and incident.ended_at < parameter.period_to
    and incident.reassign_count is not null
    and incident.reopen_count is not null
    and incident.is_void is not true
group by incident.resolved_month
order by period
