-- One row per fulfilled request for which an approval was asked.
with

asked as (

    select
        approval.ticket_id,
        min(case when approval.decision = 'approved' then approval.decided_at end) as approved_at
    from approval
    where approval.type = 'service_request'
    group by approval.ticket_id

),

begun as (

    select
        event.ticket_id,
        min(event.happened_at) as begun_at
    from event
    inner join asked on asked.ticket_id = event.ticket_id
    where event.state in ('in_fulfilment', 'fulfilled')
    group by event.ticket_id

),

fulfilled as (

    select
        service_request.ticket_id,
        asked.approved_at,
        coalesce(begun.begun_at, service_request.ended_at) as begun_at
    from service_request
    inner join asked on asked.ticket_id = service_request.ticket_id
    left join begun on begun.ticket_id = service_request.ticket_id
    cross join parameter
    where service_request.ended_at >= parameter.period_from
        and service_request.ended_at < parameter.period_to
        and coalesce(service_request.state, '') not in ('rejected', 'cancelled', 'merged', 'not_fulfilled')

)

select
    fulfilled.ticket_id as subject,
    case
        when fulfilled.approved_at <= fulfilled.begun_at then 'met'
        else 'not met'
    end as answer,
    case
        when fulfilled.approved_at is null then 'fulfilled without the approval asked for'
        when fulfilled.approved_at <= fulfilled.begun_at then 'approved before work began'
        else 'approved ' || cast(cast(floor(extract(epoch from fulfilled.approved_at - fulfilled.begun_at) / 60) as integer) as varchar) || ' minutes after work began'
    end as reason
from fulfilled
order by subject
