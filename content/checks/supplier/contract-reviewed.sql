-- One row per external supplier under contract at the end of the period.
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
        when supplier.contract_reviewed_at >= asked.until_at - asked.review_interval_days * interval '1 day' then 'met'
        else 'not met'
    end as answer,
    case
        when supplier.contract_reviewed_at is null then 'no contract review recorded'
        else 'contract reviewed ' || cast(floor(extract(epoch from asked.until_at - supplier.contract_reviewed_at) / 86400) as integer) || ' days before'
    end as reason
from supplier
cross join asked
where supplier.kind = 'external'
    and (supplier.is_evergreen or supplier.contract_valid_until >= asked.until_at)
order by subject
