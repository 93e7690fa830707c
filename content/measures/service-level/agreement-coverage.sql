-- One row per month: live services in scope at its end, and those with an agreement in force then.
with

standing as (

    select
        month.month,
        month.to_at,
        service.service_id
    from month
    cross join parameter
    cross join service
    where service.status = 'live'
        and coalesce(service.is_in_scope, true)
        and (service.live_at is null or service.live_at < month.to_at)
        and month.from_at < parameter.data_until

),

covered as (

    select
        standing.month,
        standing.service_id
    from standing
    inner join agreement
        on agreement.service_id = standing.service_id
        and agreement.kind = 'sla'
        and agreement.agreed_at < standing.to_at
        and (agreement.valid_to is null or agreement.valid_to >= standing.to_at)
    group by
        standing.month,
        standing.service_id

)

select
    standing.month as period,
    cast(count(covered.service_id) as integer) as part,
    cast(count(*) as integer) as whole
from standing
left join covered
    on covered.month = standing.month
    and covered.service_id = standing.service_id
group by standing.month
order by period
