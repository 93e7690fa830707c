-- One row per month: median hours to recover from failed releases.
with

recovered as (

    select
        release.ticket_id,
        release.deployed_at,
        max(incident.ended_at) as recovered_at
    from release
    cross join parameter
    inner join change on change.release_id = release.ticket_id
    inner join incident on incident.caused_by_change_id = change.ticket_id
    where release.outcome in ('failed', 'backed_out')
        and release.deployed_at >= parameter.period_from
        and release.deployed_at < parameter.period_to
        and incident.created_at >= release.deployed_at
        and incident.created_at <= release.deployed_at + parameter.watching_days * interval '1 day'
        and incident.ended_at is not null
    group by
        release.ticket_id,
        release.deployed_at

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
