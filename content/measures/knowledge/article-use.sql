-- One row per month: incidents and requests closed, and those with an article.
select
    ticket.closed_month as period,
    cast(count(ticket.knowledge_article_id) as integer) as part,
    cast(count(*) as integer) as whole
from ticket
cross join parameter
where ticket.type in ('incident', 'service_request')
    and ticket.closed_at >= parameter.period_from
    and ticket.closed_at < parameter.period_to
    and ticket.is_void is not true
group by ticket.closed_month
order by period
