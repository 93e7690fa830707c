-- One row per underpinning contract in force at the end of the period.
with

asked as (

    select least(parameter.period_to, parameter.data_until) as until_at
    from parameter

)

select
    agreement.agreement_id as subject,
    case
        when agreement.has_targets then 'met'
        when agreement.has_targets is null then 'unknown'
        else 'not met'
    end as answer,
    case
        when agreement.has_targets then 'names targets'
        when agreement.has_targets is null then 'not known whether it names targets'
        else 'names no targets'
    end as reason
from agreement
cross join asked
where agreement.kind = 'underpinning_contract'
    and agreement.agreed_at < asked.until_at
    and (agreement.valid_to is null or agreement.valid_to >= asked.until_at)
order by subject
