-- One row per major incident resolved in the period whose review is there or overdue.
with

restored as (

    select
        major_incident.ticket_id,
        major_incident.resolved_at,
        major_incident.reviewed_at,
        major_incident.resolved_at + parameter.limit_days * interval '1 day' as limit_at
    from major_incident
    cross join parameter
    where major_incident.resolved_at >= parameter.period_from
        and major_incident.resolved_at < parameter.period_to
        and coalesce(major_incident.state, '') not in ('cancelled', 'merged', 'downgraded')
        and (
            major_incident.reviewed_at is not null
            or major_incident.resolved_at + parameter.limit_days * interval '1 day' <= parameter.data_until
        )

)

select
    restored.ticket_id as subject,
    case
        when restored.reviewed_at <= restored.limit_at then 'met'
        else 'not met'
    end as answer,
    case
        when restored.reviewed_at is null then 'no review recorded'
        else 'reviewed ' || cast(cast(floor(extract(epoch from restored.reviewed_at - restored.resolved_at) / 86400) as integer) as varchar) || ' days after restoration'
    end as reason
from restored
order by subject
