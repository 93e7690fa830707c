-- One row per customer with a ticket opened in the period.
with

customer as (

    select distinct ticket.customer_id
    from ticket
    cross join parameter
    where ticket.customer_id is not null
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to

),

asked as (

    select
        coalesce(survey.customer_id, ticket.customer_id) as customer_id,
        count(*) as surveys
    from survey
    cross join parameter
    left join ticket on ticket.ticket_id = survey.ticket_id
    where coalesce(survey.sent_at, survey.answered_at) >= parameter.period_to - parameter.interval_days * interval '1 day'
        and coalesce(survey.sent_at, survey.answered_at) < parameter.period_to
    group by coalesce(survey.customer_id, ticket.customer_id)

)

select
    customer.customer_id as subject,
    case
        when asked.surveys > 0 then 'met'
        else 'not met'
    end as answer,
    cast(coalesce(asked.surveys, 0) as varchar) || ' surveys sent' as reason
from customer
left join asked on asked.customer_id = customer.customer_id
order by subject
