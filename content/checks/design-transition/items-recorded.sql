-- One row per service in scope that went live in the period.
with

supported as (

    select
        ci.service_id,
        count(*) as item_count
    from ci
    where ci.service_id is not null
    group by ci.service_id

)

select
    service.service_id as subject,
    case when supported.item_count > 0 then 'met' else 'not met' end as answer,
    case
        when supported.item_count > 0 then 'items recorded: ' || cast(supported.item_count as varchar)
        else 'no item names this service'
    end as reason
from service
cross join parameter
left join supported on supported.service_id = service.service_id
where service.live_at >= parameter.period_from
    and service.live_at < parameter.period_to
    and coalesce(service.is_in_scope, true)
order by subject
