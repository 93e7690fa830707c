-- One row per service in scope that went live in the period.
with

agreed as (

    select
        agreement.service_id,
        min(agreement.agreed_at) as agreed_at
    from agreement
    where agreement.kind = 'sla'
        and agreement.agreed_at is not null
    group by agreement.service_id

)

select
    service.service_id as subject,
    case when agreed.agreed_at <= service.live_at then 'met' else 'not met' end as answer,
    case
        when agreed.agreed_at is null then 'no service level agreement'
        when agreed.agreed_at <= service.live_at then 'agreed before going live'
        else 'agreed ' || cast(cast(ceil(extract(epoch from agreed.agreed_at - service.live_at) / 86400) as integer) as varchar) || ' days after going live'
    end as reason
from service
cross join parameter
left join agreed on agreed.service_id = service.service_id
where service.live_at >= parameter.period_from
    and service.live_at < parameter.period_to
    and coalesce(service.is_in_scope, true)
order by subject
