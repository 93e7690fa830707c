-- One row per service level agreement in force at the end of the period, with the day its review was due.
with

asked as (

    select
        least(parameter.period_to, parameter.data_until) as until_at,
        parameter.review_interval_days
    from parameter

),

due as (

    select
        agreement.agreement_id,
        agreement.reviewed_at,
        asked.until_at,
        coalesce(
            agreement.review_at,
            coalesce(agreement.reviewed_at, agreement.agreed_at) + asked.review_interval_days * interval '1 day'
        ) as due_at
    from agreement
    cross join asked
    where agreement.kind = 'sla'
        and agreement.agreed_at < asked.until_at
        and (agreement.valid_to is null or agreement.valid_to >= asked.until_at)

)

select
    due.agreement_id as subject,
    case
        when due.due_at >= due.until_at or due.reviewed_at >= due.due_at then 'met'
        else 'not met'
    end as answer,
    case
        when due.due_at >= due.until_at or due.reviewed_at >= due.due_at then 'inside its review interval'
        else 'review overdue by ' || cast(floor(extract(epoch from due.until_at - due.due_at) / 86400) as integer) || ' days'
    end as reason
from due
order by subject
