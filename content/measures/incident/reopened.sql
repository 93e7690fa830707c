-- One row per month: incidents closed, and those reopened by the counter.
select
    incident.closed_month as period,
    cast(count(*) filter (where incident.reopen_count > 0) as integer) as part,
    cast(count(*) as integer) as whole
from incident
cross join parameter
where incident.closed_at >= parameter.period_from
    and incident.closed_at < parameter.period_to
    and incident.reopen_count is not null
group by incident.closed_month
order by period
