-- One row per month and live service; where outages overlap, the worst one counts for each minute, cut to the month.
with

agreed as (

    select
        month.month,
        service.service_id,
        service.criticality,
        service.availability_target,
        greatest(month.from_at, coalesce(service.live_at, month.from_at)) as from_at,
        least(month.to_at, parameter.data_until) as to_at
    from month
    cross join parameter
    cross join service
    where service.status = 'live'
        and month.from_at < parameter.data_until
        and (service.live_at is null or service.live_at < least(month.to_at, parameter.data_until))

),

cut as (

    select
        agreed.service_id,
        agreed.month,
        greatest(outage.start_at, agreed.from_at) as start_at,
        least(coalesce(outage.end_at, agreed.to_at), agreed.to_at) as end_at,
        coalesce(outage.partial_factor, 1) as factor
    from outage
    inner join agreed
        on agreed.service_id = outage.service_id
        and outage.start_at < agreed.to_at
        and (outage.end_at is null or outage.end_at > agreed.from_at)
    where not coalesce(outage.is_planned, false)

),

edge as (

    select cut.service_id, cut.month, cut.start_at as at from cut
    union
    select cut.service_id, cut.month, cut.end_at as at from cut

),

piece as (

    select
        edge.service_id,
        edge.month,
        edge.at as start_at,
        lead(edge.at) over (partition by edge.service_id, edge.month order by edge.at) as end_at
    from edge

),

worst as (

    select
        piece.service_id,
        piece.month,
        piece.start_at,
        piece.end_at,
        max(cut.factor) as factor
    from piece
    inner join cut
        on cut.service_id = piece.service_id
        and cut.month = piece.month
        and cut.start_at <= piece.start_at
        and cut.end_at >= piece.end_at
    group by
        piece.service_id,
        piece.month,
        piece.start_at,
        piece.end_at

),

lost as (

    select
        worst.service_id,
        worst.month,
        sum(extract(epoch from worst.end_at - worst.start_at) / 60 * worst.factor) as outage_minutes
    from worst
    group by
        worst.service_id,
        worst.month

),

counted as (

    select
        cut.service_id,
        cut.month,
        cast(count(*) as integer) as outage_count
    from cut
    group by
        cut.service_id,
        cut.month

)

select
    agreed.month,
    agreed.service_id,
    agreed.criticality,
    agreed.availability_target,
    extract(epoch from agreed.to_at - agreed.from_at) / 60 as agreed_minutes,
    coalesce(lost.outage_minutes, 0) as outage_minutes,
    coalesce(counted.outage_count, 0) as outage_count
from agreed
left join lost
    on lost.service_id = agreed.service_id
    and lost.month = agreed.month
left join counted
    on counted.service_id = agreed.service_id
    and counted.month = agreed.month
order by
    agreed.month,
    agreed.service_id
