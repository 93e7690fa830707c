-- One row per normal or emergency change closed in the period that was carried out.
with

closed as (

    select
        change.ticket_id,
        change.change_type,
        change.assessment_at,
        change.first_approval_at,
        change.started_at,
        coalesce(change.pir_at, change.reviewed_at) as review_at
    from change
    cross join parameter
    where change.change_type in ('normal', 'emergency')
        and change.closed_at >= parameter.period_from
        and change.closed_at < parameter.period_to
        and coalesce(change.outcome, '') <> 'cancelled'
        and coalesce(change.state, '') not in ('cancelled', 'rejected')

),

judged as (

    select
        closed.ticket_id,
        case
            when closed.assessment_at is null then 'no assessment recorded'
            when closed.first_approval_at is null then 'no approval recorded'
            when closed.started_at is null then 'no start recorded'
            when closed.review_at is null then 'no review recorded'
            when closed.change_type = 'normal' and closed.assessment_at > closed.first_approval_at then 'approved before the assessment'
            when closed.first_approval_at > closed.started_at then 'started before approval'
            when closed.started_at > closed.review_at then 'reviewed before the start'
        end as fault
    from closed

)

select
    judged.ticket_id as subject,
    case when judged.fault is null then 'met' else 'not met' end as answer,
    coalesce(judged.fault, 'all steps in order') as reason
from judged
order by subject
