-- One row per external supplier, with its contract at the end of the period.
with

asked as (

    select least(parameter.period_to, parameter.data_until) as until_at
    from parameter

)

select
    supplier.supplier_id as subject,
    case
        when supplier.is_evergreen or supplier.contract_valid_until >= asked.until_at then 'met'
        else 'not met'
    end as answer,
    case
        when supplier.is_evergreen then 'contract without an end'
        when supplier.contract_valid_until >= asked.until_at then 'contract in force'
        when supplier.contract_valid_until is null then 'no contract recorded'
        else 'contract ended ' || cast(floor(extract(epoch from asked.until_at - supplier.contract_valid_until) / 86400) as integer) || ' days before'
    end as reason
from supplier
cross join asked
where supplier.kind = 'external'
order by subject
