-- One row per month: mean hand-overs of the incidents ended.
select
    incident.resolved_month as period,
    avg(cast(incident.reassign_count as double precision)) as value,
    cast(count(*) as integer) as n
from incident
cross join parameter
where incident.ended_at >= parameter.period_from
    and incident.ended_at < parameter.period_to
    and incident.reassign_count is not null
group by incident.resolved_month
order by period
