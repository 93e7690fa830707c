-- One row per service request opened in the period.
select
    service_request.ticket_id as subject,
    case
        when service_request.catalogue_item_id is null then 'not met'
        else 'met'
    end as answer,
    case
        when service_request.catalogue_item_id is null then 'no catalogue item'
        else 'item ' || service_request.catalogue_item_id
    end as reason
from service_request
cross join parameter
where service_request.created_at >= parameter.period_from
    and service_request.created_at < parameter.period_to
    and service_request.is_void is not true
order by subject
