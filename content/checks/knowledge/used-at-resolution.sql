-- One row per incident or service request closed in the period.
select
    ticket.ticket_id as subject,
    case
        when ticket.knowledge_article_id is null then 'not met'
        else 'met'
    end as answer,
    case
        when ticket.knowledge_article_id is null then 'no article'
        else 'article ' || ticket.knowledge_article_id
    end as reason
from ticket
cross join parameter
where ticket.type in ('incident', 'service_request')
    and ticket.closed_at >= parameter.period_from
    and ticket.closed_at < parameter.period_to
    and ticket.is_void is not true
order by subject
