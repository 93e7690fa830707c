-- One row per live service in scope, as it stands at the end of the period.
with

asked as (

    select least(parameter.period_to, parameter.data_until) as until_at
    from parameter

),

agreed as (

    select
        agreement.service_id,
        bool_or(agreement.agreed_at < asked.until_at and (agreement.valid_to is null or agreement.valid_to >= asked.until_at)) as is_in_force,
        bool_or(agreement.agreed_at < asked.until_at) as was_agreed
    from agreement
    cross join asked
    where agreement.kind = 'sla'
    group by agreement.service_id

)

select
    service.service_id as subject,
    case when agreed.is_in_force then 'met' else 'not met' end as answer,
    case
        when agreed.is_in_force then 'agreement in force'
        when agreed.was_agreed then 'agreement has ended'
        when agreed.service_id is not null then 'agreement without a date by the end of the period'
        else 'no service level agreement'
    end as reason
from service
cross join asked
left join agreed on agreed.service_id = service.service_id
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
    and (service.live_at is null or service.live_at < asked.until_at)
order by subject
