-- One row per service request.
select
    ticket.*,
    approved.first_approval_at
from ticket
left join (
    select
        approval.ticket_id,
        min(approval.decided_at) as first_approval_at
    from canonical.approval
    where approval.decision = 'approved'
    group by approval.ticket_id
) as approved on approved.ticket_id = ticket.ticket_id
where ticket.type = 'service_request'
order by ticket.ticket_id
