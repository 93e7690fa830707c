-- One row per month: tickets opened, and those booked to a live service of the catalogue.
select
    ticket.created_month as period,
    cast(count(*) filter (where service.status = 'live') as integer) as part,
    cast(count(*) as integer) as whole
from ticket
cross join parameter
left join service on service.service_id = ticket.service_id
where ticket.type in ('incident', 'service_request', 'problem', 'change', 'complaint')
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
group by ticket.created_month
order by period
