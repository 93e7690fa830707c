-- One row per supporting agreement in force for a service whose customers were promised a resolution time.
with

asked as (

    select least(parameter.period_to, parameter.data_until) as until_at
    from parameter

),

in_force as (

    select agreement.*
    from agreement
    cross join asked
    where agreement.agreed_at < asked.until_at
        and (agreement.valid_to is null or agreement.valid_to >= asked.until_at)

),

promised as (

    select
        in_force.service_id,
        min(in_force.target_resolve_minutes) as target_minutes
    from in_force
    where in_force.kind = 'sla'
        and in_force.target_resolve_minutes is not null
    group by in_force.service_id

)

select
    in_force.agreement_id as subject,
    case
        when in_force.target_resolve_minutes is null then 'unknown'
        when in_force.target_resolve_minutes <= promised.target_minutes then 'met'
        else 'not met'
    end as answer,
    case
        when in_force.target_resolve_minutes is null then 'no resolution time stated'
        else cast(floor(in_force.target_resolve_minutes) as integer) || ' minutes against ' || cast(floor(promised.target_minutes) as integer) || ' promised to customers'
    end as reason
from in_force
inner join promised on promised.service_id = in_force.service_id
where in_force.kind in ('underpinning_contract', 'ola')
order by subject
