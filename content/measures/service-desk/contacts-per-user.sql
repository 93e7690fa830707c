-- One row per month: incidents and requests per user.
with

audience as (

    select cast(max(service.user_count) as double precision) as users
    from service
    where service.user_count > 0

)

select
    ticket.created_month as period,
    count(*) / min(audience.users) as value,
    cast(count(*) as integer) as n
from ticket
cross join audience
cross join parameter
where ticket.type in ('incident', 'service_request')
    and audience.users is not null
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
group by ticket.created_month
order by period
