-- One row per month: services gone live, and those without an agreement by then.
with

agreed as (

    select
        agreement.service_id,
        min(agreement.agreed_at) as agreed_at
    from agreement
    where agreement.kind = 'sla'
        and agreement.agreed_at is not null
    group by agreement.service_id

)

select
    month.month as period,
    cast(count(*) filter (where agreed.agreed_at is null or agreed.agreed_at > service.live_at) as integer) as part,
    cast(count(*) as integer) as whole
from service
cross join parameter
inner join month
    on service.live_at >= month.from_at
    and service.live_at < month.to_at
left join agreed on agreed.service_id = service.service_id
where service.live_at >= parameter.period_from
    and service.live_at < parameter.period_to
    and coalesce(service.is_in_scope, true)
group by month.month
order by period
