-- One row per supplier and service in whose outages of the period it was at fault.
with

agreed as (

    select
        service_month.service_id,
        min(service_month.availability_target) as availability_target,
        sum(service_month.agreed_minutes) as agreed_minutes
    from service_month
    group by service_month.service_id

),

lost as (

    select
        outage.supplier_id,
        outage.service_id,
        sum(
            extract(epoch from (least(coalesce(outage.end_at, parameter.data_until), parameter.period_to)) - outage.start_at) / 60
            * coalesce(outage.partial_factor, 1)
        ) as outage_minutes
    from outage
    cross join parameter
    where outage.supplier_id is not null
        and not coalesce(outage.is_planned, false)
        and outage.start_at >= parameter.period_from
        and outage.start_at < parameter.period_to
    group by
        outage.supplier_id,
        outage.service_id

)

select
    lost.supplier_id || ' / ' || lost.service_id as subject,
    case
        when agreed.availability_target is null then 'unknown'
        when lost.outage_minutes <= (1 - agreed.availability_target) * agreed.agreed_minutes then 'met'
        else 'not met'
    end as answer,
    cast(round(lost.outage_minutes) as integer) || ' minutes lost'
    || case
        when agreed.availability_target is null then ', no availability target'
        else ', ' || cast(round((1 - agreed.availability_target) * agreed.agreed_minutes) as integer) || ' allowed'
    end as reason
from lost
left join agreed on agreed.service_id = lost.service_id
order by subject
