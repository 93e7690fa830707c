-- One row per month: median delivery hours per kind of request, weighted by the mix of the baseline.
with

request as (

    select
        coalesce(service_request.catalogue_item_id, service_request.category, 'not classified') as kind,
        service_request.ended_at,
        service_request.resolved_month,
        service_request.resolution_business_minutes
    from service_request
    where service_request.ended_at is not null
        and service_request.resolution_business_minutes is not null
        and coalesce(service_request.state, '') not in ('rejected', 'cancelled', 'merged', 'not_fulfilled')

),

span as (

    select
        greatest(cast(min(parameter.baseline_from) as timestamp), min(request.ended_at)) as from_at,
        min(parameter.baseline_months) as months
    from request
    cross join parameter

),

mix as (

    select
        request.kind,
        cast(count(*) as double precision) as weight
    from request
    cross join span
    where request.ended_at >= span.from_at
        and request.ended_at < span.from_at + span.months * interval '1 month'
    group by request.kind

),

monthly as (

    select
        request.resolved_month,
        request.kind,
        percentile_cont(0.5) within group (order by request.resolution_business_minutes) / 60 as hours,
        count(*) as requests
    from request
    cross join parameter
    where request.ended_at >= parameter.period_from
        and request.ended_at < parameter.period_to
    group by
        request.resolved_month,
        request.kind

)

select
    monthly.resolved_month as period,
    sum(mix.weight * monthly.hours) / sum(mix.weight) as value,
    cast(sum(monthly.requests) as integer) as n
from monthly
inner join mix on mix.kind = monthly.kind
group by monthly.resolved_month
order by period
