-- One row per incident of the period that meets the criteria.
select
    incident.ticket_id as subject,
    case
        when incident.is_major or incident.declared_at is not null then 'met'
        else 'not met'
    end as answer,
    case
        when incident.is_major then 'handled as a major incident'
        when incident.declared_at is not null then 'declared and taken back'
        else 'priority ' || cast(incident.priority as varchar) || ' on ' || incident.service_id || ', not declared'
    end as reason
from incident
inner join service on service.service_id = incident.service_id
cross join parameter
where incident.priority <= parameter.least_priority
    and lower(service.criticality) = parameter.criticality
    and incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
    and incident.is_void is not true
order by subject
