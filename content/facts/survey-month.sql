-- One row per service, customer and month in which surveys were sent; an answer counts in the month of its question.
select
    coalesce(survey.service_id, ticket.service_id, '') as service_id,
    coalesce(survey.customer_id, ticket.customer_id, '') as customer_id,
    month.month,
    cast(count(*) as integer) as sent_count,
    cast(count(*) filter (
        where survey.scale_max > survey.scale_min
            and survey.score between survey.scale_min and survey.scale_max
    ) as integer) as answered_count,
    cast(count(*) filter (
        where survey.scale_max > survey.scale_min
            and survey.score between survey.scale_min and survey.scale_max
            and survey.score - survey.scale_min >= 0.75 * (survey.scale_max - survey.scale_min)
    ) as integer) as satisfied_count
from survey
inner join month
    on survey.sent_at >= month.from_at
    and survey.sent_at < month.to_at
left join ticket on ticket.ticket_id = survey.ticket_id
group by
    coalesce(survey.service_id, ticket.service_id, ''),
    coalesce(survey.customer_id, ticket.customer_id, ''),
    month.month
order by
    service_id,
    customer_id,
    month
