-- One row per month: releases deployed, and the successful ones among them.
with

watched as (

    select
        release.ticket_id,
        release.outcome,
        release.deployed_at,
        release.deployed_at + parameter.watching_days * interval '1 day' as watched_until
    from release
    cross join parameter
    where release.deployed_at >= parameter.period_from
        and release.deployed_at < parameter.period_to

),

caused as (

    select
        change.release_id,
        incident.created_at,
        incident.ended_at
    from incident
    inner join change on change.ticket_id = incident.caused_by_change_id
    where change.release_id is not null

),

harm as (

    select
        watched.ticket_id,
        count(*) as incident_count
    from watched
    inner join caused
        on caused.release_id = watched.ticket_id
        and caused.created_at >= watched.deployed_at
        and caused.created_at <= watched.watched_until
    group by watched.ticket_id

)

select
    month.month as period,
    cast(count(*) filter (where watched.outcome = 'successful' and coalesce(harm.incident_count, 0) <= parameter.tolerated_incidents) as integer) as part,
    cast(count(*) as integer) as whole
from watched
cross join parameter
inner join month
    on watched.deployed_at >= month.from_at
    and watched.deployed_at < month.to_at
left join harm on harm.ticket_id = watched.ticket_id
group by month.month
order by period
