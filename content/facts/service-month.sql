-- One row per month and live service; overlapping outages count once, cut to the month.
with

cut as (

    select
        outage.service_id,
        month.month,
        greatest(outage.start_at, month.from_at) as start_at,
        least(coalesce(outage.end_at, parameter.data_until), month.to_at) as end_at,
        coalesce(outage.partial_factor, 1) as factor
    from outage
    cross join parameter
    inner join month
        on outage.start_at < month.to_at
        and coalesce(outage.end_at, parameter.data_until) > month.from_at
    where coalesce(outage.is_planned, false) = false

),

marked as (

    select
        cut.service_id,
        cut.month,
        cut.start_at,
        cut.end_at,
        cut.factor,
        max(cut.end_at) over (
            partition by cut.service_id, cut.month
            order by cut.start_at, cut.end_at
            rows between unbounded preceding and 1 preceding
        ) as covered_until
    from cut

),

lost as (

    select
        marked.service_id,
        marked.month,
        sum(
            greatest(0, extract(epoch from marked.end_at - greatest(marked.start_at, coalesce(marked.covered_until, marked.start_at))) / 60)
            * marked.factor
        ) as outage_minutes,
        cast(count(*) as integer) as outage_count
    from marked
    group by
        marked.service_id,
        marked.month

)

select
    month.month,
    service.service_id,
    service.criticality,
    service.availability_target,
    extract(epoch from month.to_at - month.from_at) / 60 as agreed_minutes,
    coalesce(lost.outage_minutes, 0) as outage_minutes,
    coalesce(lost.outage_count, 0) as outage_count
from month
cross join service
left join lost
    on lost.service_id = service.service_id
    and lost.month = month.month
where service.status = 'live'
    and (service.live_at is null or service.live_at < month.to_at)
