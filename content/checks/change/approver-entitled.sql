-- One row per normal or emergency change approved in the period.
select
    change.ticket_id as subject,
    case
        when change.is_approver_entitled is null then 'unknown'
        when change.is_approver_entitled then 'met'
        else 'not met'
    end as answer,
    case
        when change.is_approver_entitled is null then 'role of the approver not recorded'
        when change.is_approver_entitled then 'approved by an entitled role'
        else 'approved by a role that may not decide this'
    end as reason
from change
cross join parameter
where change.change_type in ('normal', 'emergency')
    and change.first_approval_at >= parameter.period_from
    and change.first_approval_at < parameter.period_to
order by subject
