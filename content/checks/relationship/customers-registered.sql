-- One row per customer that tickets of the period name.
with

named as (

    select
        ticket.customer_id,
        count(*) as ticket_count
    from ticket
    cross join parameter
    where ticket.customer_id is not null
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to
    group by ticket.customer_id

),

registered as (

    select agreement.customer_id
    from agreement
    where agreement.customer_id is not null
    group by agreement.customer_id

)

select
    named.customer_id as subject,
    case when registered.customer_id is not null then 'met' else 'not met' end as answer,
    case when registered.customer_id is not null then 'party to an agreement' else 'party to no agreement' end
    || ', ' || named.ticket_count || ' tickets' as reason
from named
left join registered on registered.customer_id = named.customer_id
order by subject
