-- One row per external supplier in the register, with its last performance review.
with

asked as (

    select
        least(parameter.period_to, parameter.data_until) as until_at,
        parameter.review_interval_days
    from parameter

)

select
    supplier.supplier_id as subject,
    case
        when supplier.performance_reviewed_at >= asked.until_at - asked.review_interval_days * interval '1 day' then 'met'
        else 'not met'
    end as answer,
    case
        when supplier.performance_reviewed_at is null then 'no performance review recorded'
        else 'performance reviewed ' || cast(floor(extract(epoch from asked.until_at - supplier.performance_reviewed_at) / 86400) as integer) || ' days before'
    end as reason
from supplier
cross join asked
where supplier.kind = 'external'
order by subject
