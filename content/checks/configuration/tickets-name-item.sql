-- One row per incident, problem or change opened in the period.
select
    ticket.ticket_id as subject,
    case when ticket.service_id is null and ticket.ci_id is null then 'not met' else 'met' end as answer,
    case
        when ticket.ci_id is not null then 'names an item'
        when ticket.service_id is not null then 'names a service'
        else ticket.type || ' without service and item'
    end as reason
from ticket
cross join parameter
where ticket.type in ('incident', 'problem', 'change')
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
order by subject
