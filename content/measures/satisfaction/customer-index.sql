-- One row per month: mean of the customers' mean scores, on a scale of 0 to 100.
with

answered as (

    select
        month.month,
        coalesce(survey.customer_id, ticket.customer_id, 'not known') as customer_id,
        (survey.score - survey.scale_min) / (survey.scale_max - survey.scale_min) * 100 as points
    from survey
    inner join month
        on survey.answered_at >= month.from_at
        and survey.answered_at < month.to_at
    left join ticket on ticket.ticket_id = survey.ticket_id
    where survey.scale_max > survey.scale_min
        and survey.score between survey.scale_min and survey.scale_max

),

customer as (

    select
        answered.month,
        answered.customer_id,
        avg(answered.points) as points,
        count(*) as answers
    from answered
    group by
        answered.month,
        answered.customer_id

)

select
    customer.month as period,
    avg(customer.points) as value,
    cast(sum(customer.answers) as integer) as n
from customer
group by customer.month
order by period
