-- One row per service in scope that went live in the period.
with

begun as (

    select
        change.service_id,
        min(change.started_at) as started_at
    from change
    where change.design_record_id is not null
        and change.service_id is not null
    group by change.service_id

),

judged as (

    select
        service.service_id,
        service.requirements_at,
        least(service.live_at, begun.started_at) as needed_at
    from service
    cross join parameter
    left join begun on begun.service_id = service.service_id
    where service.live_at >= parameter.period_from
        and service.live_at < parameter.period_to
        and coalesce(service.is_in_scope, true)

)

select
    judged.service_id as subject,
    case when judged.requirements_at <= judged.needed_at then 'met' else 'not met' end as answer,
    case
        when judged.requirements_at is null then 'no agreed requirements'
        when judged.requirements_at <= judged.needed_at then 'requirements agreed before'
        else 'requirements agreed only after the work began'
    end as reason
from judged
order by subject
