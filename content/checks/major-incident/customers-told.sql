-- One row per major incident declared in the period.
with

declared as (

    select
        major_incident.ticket_id,
        major_incident.declared_at,
        major_incident.customer_notified_at,
        major_incident.declared_at + parameter.limit_minutes * interval '1 minute' as limit_at
    from major_incident
    cross join parameter
    where major_incident.declared_at >= parameter.period_from
        and major_incident.declared_at < parameter.period_to
        and (
            major_incident.customer_notified_at is not null
            or major_incident.declared_at + parameter.limit_minutes * interval '1 minute' <= parameter.data_until
        )

)

select
    declared.ticket_id as subject,
    case
        when declared.customer_notified_at <= declared.limit_at then 'met'
        else 'not met'
    end as answer,
    case
        when declared.customer_notified_at is null then 'no message to customers recorded'
        when declared.customer_notified_at <= declared.declared_at then 'told by the declaration'
        else 'told ' || cast(cast(floor(extract(epoch from declared.customer_notified_at - declared.declared_at) / 60) as integer) as varchar) || ' minutes after the declaration'
    end as reason
from declared
order by subject
