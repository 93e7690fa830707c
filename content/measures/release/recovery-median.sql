-- One row per month: median hours to recover from failed releases.
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

recovered as (

    select
        watched.ticket_id,
        watched.deployed_at,
        max(caused.ended_at) as recovered_at
    from watched
    inner join caused
        on caused.release_id = watched.ticket_id
        and caused.created_at >= watched.deployed_at
        and caused.created_at <= watched.watched_until
    where watched.outcome in ('failed', 'backed_out')
        and caused.ended_at is not null
    group by
        watched.ticket_id,
        watched.deployed_at

)

select
    month.month as period,
    percentile_cont(0.5) within group (order by cast(extract(epoch from recovered.recovered_at - recovered.deployed_at) as double precision)) / 3600 as value,
    cast(count(*) as integer) as n
from recovered
inner join month
    on recovered.deployed_at >= month.from_at
    and recovered.deployed_at < month.to_at
group by month.month
order by period
