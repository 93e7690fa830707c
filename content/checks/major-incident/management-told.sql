-- One row per major incident declared in the period.
with

declared as (

    select
        major_incident.ticket_id,
        major_incident.declared_at,
        major_incident.management_notified_at,
        parameter.limit_minutes
    from major_incident
    cross join parameter
    where coalesce(major_incident.declared_at, major_incident.created_at) >= parameter.period_from
        and coalesce(major_incident.declared_at, major_incident.created_at) < parameter.period_to
        and (
            major_incident.management_notified_at is not null
            or coalesce(major_incident.declared_at, major_incident.created_at) + parameter.limit_minutes * interval '1 minute' <= parameter.data_until
        )

)

select
    declared.ticket_id as subject,
    case
        when declared.management_notified_at is null then 'not met'
        when declared.declared_at is null then 'unknown'
        when declared.management_notified_at <= declared.declared_at + declared.limit_minutes * interval '1 minute' then 'met'
        else 'not met'
    end as answer,
    case
        when declared.management_notified_at is null then 'no message to management recorded'
        when declared.declared_at is null then 'no time of declaration'
        when declared.management_notified_at <= declared.declared_at then 'told by the declaration'
        else 'told ' || cast(cast(floor(extract(epoch from declared.management_notified_at - declared.declared_at) / 60) as integer) as varchar) || ' minutes after the declaration'
    end as reason
from declared
order by subject
