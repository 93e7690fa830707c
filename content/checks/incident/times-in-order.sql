-- One row per incident ended in the period.
select
    incident.ticket_id as subject,
    case
        when incident.created_at is null then 'unknown'
        when incident.ended_at < incident.created_at then 'not met'
        when incident.closed_at < incident.resolved_at then 'not met'
        when incident.ended_at < incident.detected_at then 'not met'
        else 'met'
    end as answer,
    case
        when incident.created_at is null then 'no time of opening'
        when incident.ended_at < incident.created_at then 'ended before it was opened'
        when incident.closed_at < incident.resolved_at then 'closed before it was resolved'
        when incident.ended_at < incident.detected_at then 'ended before it was detected'
        else 'times in order'
    end as reason
from incident
cross join parameter
where incident.ended_at >= parameter.period_from
    and incident.ended_at < parameter.period_to
order by subject
