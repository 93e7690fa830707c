-- One row per ticket of the main processes opened in the period.
select
    ticket.ticket_id as subject,
    case when service.status = 'live' then 'met' else 'not met' end as answer,
    case
        when service.status = 'live' then 'live service'
        when ticket.service_id is null then 'no service recorded'
        when service.service_id is null then ticket.service_id || ' is not in the catalogue'
        else ticket.service_id || ' is ' || coalesce(service.status, 'without a status') || ' in the catalogue'
    end as reason
from ticket
cross join parameter
left join service on service.service_id = ticket.service_id
where ticket.type in ('incident', 'service_request', 'problem', 'change', 'complaint')
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
order by subject
