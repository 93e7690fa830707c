-- One row per approved service request opened in the period.
select
    service_request.ticket_id as subject,
    case
        when bool_or(approval.approver_id = service_request.requester_id) then 'not met'
        when bool_or(approval.approver_id is null or service_request.requester_id is null) then 'unknown'
        else 'met'
    end as answer,
    case
        when bool_or(approval.approver_id = service_request.requester_id) then 'approved by the requester'
        when bool_or(approval.approver_id is null or service_request.requester_id is null) then 'requester or approver is not recorded'
        else 'approved by somebody else'
    end as reason
from service_request
inner join approval on approval.ticket_id = service_request.ticket_id
cross join parameter
where approval.decision = 'approved'
    and service_request.created_at >= parameter.period_from
    and service_request.created_at < parameter.period_to
group by service_request.ticket_id
order by subject
