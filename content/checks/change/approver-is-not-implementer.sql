-- One row per normal change with an approval whose work began in the period.
with

approved as (

    select
        approval.ticket_id,
        bool_or(approval.approver_id <> change.implementer_id) as has_other,
        bool_or(approval.approver_id is null or change.implementer_id is null) as has_unnamed
    from approval
    inner join change on change.ticket_id = approval.ticket_id
    cross join parameter
    where approval.decision = 'approved'
        and change.change_type = 'normal'
        and change.started_at >= parameter.period_from
        and change.started_at < parameter.period_to
    group by approval.ticket_id

)

select
    approved.ticket_id as subject,
    case
        when approved.has_other then 'met'
        when approved.has_unnamed then 'unknown'
        else 'not met'
    end as answer,
    case
        when approved.has_other then 'approved by another person'
        when approved.has_unnamed then 'approver or implementer not named'
        else 'approved only by the implementer'
    end as reason
from approved
order by subject
