-- One row per incident, request or complaint opened in the period that somebody asked for.
select
    ticket.ticket_id as subject,
    case when ticket.customer_id is not null then 'met' else 'not met' end as answer,
    case when ticket.customer_id is not null then 'customer known' else 'requester without a customer' end as reason
from ticket
cross join parameter
where ticket.type in ('incident', 'service_request', 'complaint')
    and ticket.requester_id is not null
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
order by subject
