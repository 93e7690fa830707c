-- One row per incident resolved in the period that is closed or should be.
with

resolved as (

    select
        incident.ticket_id,
        incident.resolved_at,
        incident.closed_at,
        incident.resolution_code,
        incident.resolved_at + parameter.limit_days * interval '1 day' as limit_at
    from incident
    cross join parameter
    where incident.resolved_at >= parameter.period_from
        and incident.resolved_at < parameter.period_to
        and (incident.closed_at is not null or incident.resolved_at + parameter.limit_days * interval '1 day' <= parameter.data_until)

)

select
    resolved.ticket_id as subject,
    case
        when resolved.closed_at <= resolved.limit_at and resolved.resolution_code is not null then 'met'
        else 'not met'
    end as answer,
    case
        when resolved.closed_at is null then 'resolved and never closed'
        when resolved.resolution_code is null then 'closed without a resolution code'
        else 'closed ' || cast(cast(floor(extract(epoch from resolved.closed_at - resolved.resolved_at) / 86400) as integer) as varchar) || ' days after resolution'
    end as reason
from resolved
order by subject
