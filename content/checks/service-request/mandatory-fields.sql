-- One row per service request closed in the period.
with

closed as (

    select
        service_request.ticket_id,
        case when service_request.catalogue_item_id is null then ' catalogue item' else '' end
        || case when service_request.requester_id is null then ' requester' else '' end
        || case when service_request.group_id is null then ' group' else '' end
        || case when service_request.resolution_code is null then ' result' else '' end as missing
    from service_request
    cross join parameter
    where service_request.closed_at >= parameter.period_from
        and service_request.closed_at < parameter.period_to
        and service_request.is_void is not true

)

select
    closed.ticket_id as subject,
    case
        when closed.missing = '' then 'met'
        else 'not met'
    end as answer,
    case
        when closed.missing = '' then 'complete'
        else 'missing:' || closed.missing
    end as reason
from closed
order by subject
