-- One row per service in scope that went live in the period and has tickets.
with

early as (

    select
        service.service_id,
        sum(case when ticket.created_at < service.live_at then 1 else 0 end) as early_count
    from service
    cross join parameter
    inner join ticket on ticket.service_id = service.service_id
    where ticket.type in ('incident', 'service_request')
        and service.live_at >= parameter.period_from
        and service.live_at < parameter.period_to
        and coalesce(service.is_in_scope, true)
    group by service.service_id

)

select
    early.service_id as subject,
    case when early.early_count <= parameter.tolerated_tickets then 'met' else 'not met' end as answer,
    case
        when early.early_count = 0 then 'no ticket before going live'
        else 'tickets before going live: ' || cast(cast(early.early_count as integer) as varchar)
    end as reason
from early
cross join parameter
order by subject
