-- One row per serious incident with a service that ended in the period.
with

seen as (

    select outage.ticket_id as subject
    from outage
    where outage.ticket_id is not null
    union
    select incident.ticket_id as subject
    from incident
    inner join outage
        on outage.service_id = incident.service_id
        and outage.start_at < incident.ended_at
        and (outage.end_at is null or outage.end_at > coalesce(incident.detected_at, incident.created_at))
    where incident.is_major or incident.priority = 1

)

select
    incident.ticket_id as subject,
    case when seen.subject is not null then 'met' else 'not met' end as answer,
    case when seen.subject is not null then 'outage recorded' else 'no outage recorded for ' || incident.service_id end as reason
from incident
cross join parameter
left join seen on seen.subject = incident.ticket_id
where (incident.is_major or incident.priority = 1)
    and incident.service_id is not null
    and incident.ended_at >= parameter.period_from
    and incident.ended_at < parameter.period_to
order by subject
