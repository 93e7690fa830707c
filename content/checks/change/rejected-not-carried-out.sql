-- One row per change with a negative decision in the period.
with

refused as (

    select
        approval.ticket_id,
        bool_or(approval.decision = 'rejected' and approval.decided_at >= parameter.period_from and approval.decided_at < parameter.period_to) as is_in_period,
        max(case when approval.decision = 'rejected' and approval.decided_at <= change.started_at then approval.decided_at end) as rejected_at,
        max(case when approval.decision = 'approved' and approval.decided_at <= change.started_at then approval.decided_at end) as approved_at
    from approval
    inner join change on change.ticket_id = approval.ticket_id
    cross join parameter
    group by approval.ticket_id

)

select
    change.ticket_id as subject,
    case
        when change.started_at is null then 'met'
        when refused.rejected_at is null then 'not applicable'
        when refused.approved_at >= refused.rejected_at then 'met'
        else 'not met'
    end as answer,
    case
        when change.started_at is null then 'not begun'
        when refused.rejected_at is null then 'refused only after the start'
        when refused.approved_at >= refused.rejected_at then 'approved after the refusal'
        else 'begun although refused'
    end as reason
from change
inner join refused on refused.ticket_id = change.ticket_id
where refused.is_in_period
order by subject
