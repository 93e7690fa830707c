-- One row per month: incidents and requests with a channel, and those by self-service.
select
    ticket.created_month as period,
    cast(count(*) filter (where lower(ticket.channel) in ('portal', 'bot', 'chatbot', 'virtual agent', 'self-service', 'self service', 'web', 'web form', 'app', 'customer portal')) as integer) as part,
    cast(count(*) as integer) as whole
from ticket
cross join parameter
where ticket.type in ('incident', 'service_request')
    and ticket.channel is not null
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
group by ticket.created_month
order by period
