-- One row per ticket opened in the period that names a service.
select
    ticket.ticket_id as subject,
    case when service.is_in_scope is not null then 'met' else 'not met' end as answer,
    case
        when service.is_in_scope then 'service in scope'
        when service.is_in_scope is not null then 'service out of scope'
        when service.service_id is null then ticket.service_id || ' is on neither list'
        else ticket.service_id || ' has no decision on scope'
    end as reason
from ticket
cross join parameter
left join service on service.service_id = ticket.service_id
where ticket.service_id is not null
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
order by subject
