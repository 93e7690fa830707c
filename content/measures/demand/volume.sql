-- One row per month: incidents and requests opened; n is their number.
select
    ticket.created_month as period,
    cast(count(*) as integer) as value,
    cast(count(*) as integer) as n
from ticket
cross join parameter
where ticket.type in ('incident', 'service_request')
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
group by ticket.created_month
order by period
