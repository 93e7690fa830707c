-- One row per decision asked of somebody.
select
    approval.approval_id,
    approval.ticket_id,
    canonical_ticket.type,
    approval.kind,
    approval.requested_at,
    approval.decided_at,
    approval.decision,
    approval.approver_id,
    approval.approver_role,
    approval.is_entitled
from canonical.approval
left join canonical.ticket as canonical_ticket on canonical_ticket.ticket_id = approval.ticket_id
order by approval.approval_id
