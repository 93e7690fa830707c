-- One row per complaint closed in the period.
with

closed as (

    select
        complaint.ticket_id,
        case when complaint.customer_id is null then ' customer' else '' end
        || case when complaint.service_id is null then ' service' else '' end
        || case when complaint.assignee_id is null then ' owner' else '' end
        || case when complaint.resolution_code is null then ' result' else '' end as missing
    from complaint
    cross join parameter
    where complaint.closed_at >= parameter.period_from
        and complaint.closed_at < parameter.period_to
        and complaint.is_void is not true

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
