-- One row per incident opened in the period.
select
    incident.ticket_id as subject,
    case
        when incident.catalogue_item_id is null then 'met'
        else 'not met'
    end as answer,
    case
        when incident.catalogue_item_id is null then 'no catalogue item'
        else 'an incident with item ' || incident.catalogue_item_id
    end as reason
from incident
cross join parameter
where incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
    and incident.is_void is not true
order by subject
