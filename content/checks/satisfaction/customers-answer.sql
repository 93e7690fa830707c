-- One row per customer with enough surveys sent in the period.
with

asked as (

    select
        survey.customer_id,
        count(*) as sent,
        count(survey.answered_at) as answered,
        min(parameter.least_share) as least_share,
        min(parameter.smallest_count) as smallest_count
    from survey
    cross join parameter
    where survey.customer_id is not null
        and survey.sent_at >= parameter.period_from
        and survey.sent_at < parameter.period_to
    group by survey.customer_id

)

select
    asked.customer_id as subject,
    case
        when asked.answered >= asked.sent * asked.least_share then 'met'
        else 'not met'
    end as answer,
    cast(asked.answered as varchar) || ' of ' || cast(asked.sent as varchar) || ' answered' as reason
from asked
where asked.sent >= asked.smallest_count
order by subject
