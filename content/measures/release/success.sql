-- One row per month: releases deployed, and the successful ones among them.
with

harm as (

    select
        release.ticket_id,
        count(*) as incident_count
    from release
    cross join parameter
    inner join change on change.release_id = release.ticket_id
    inner join incident on incident.caused_by_change_id = change.ticket_id
    where incident.created_at >= release.deployed_at
        and incident.created_at <= release.deployed_at + parameter.watching_days * interval '1 day'
    group by release.ticket_id

)

select
    month.month as period,
    cast(count(*) filter (where release.outcome = 'successful' and coalesce(harm.incident_count, 0) <= parameter.tolerated_incidents) as integer) as part,
    cast(count(*) as integer) as whole
from release
cross join parameter
inner join month
    on release.deployed_at >= month.from_at
    and release.deployed_at < month.to_at
left join harm on harm.ticket_id = release.ticket_id
where release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
group by month.month
order by period
