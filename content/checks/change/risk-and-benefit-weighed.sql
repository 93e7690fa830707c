-- One row per normal change approved in the period.
with

approved as (

    select
        change.ticket_id,
        change.assessment_at,
        change.first_approval_at,
        case when change.risk is null then ', risk' else '' end
        || case when change.benefit is null then ', benefit' else '' end
        || case when change.feasibility is null then ', feasibility' else '' end
        || case when change.cost is null then ', cost' else '' end as missing
    from change
    cross join parameter
    where change.change_type = 'normal'
        and change.first_approval_at >= parameter.period_from
        and change.first_approval_at < parameter.period_to

)

select
    approved.ticket_id as subject,
    case
        when approved.missing <> '' then 'not met'
        when approved.assessment_at is null then 'unknown'
        when approved.assessment_at <= approved.first_approval_at then 'met'
        else 'not met'
    end as answer,
    case
        when approved.missing <> '' then 'missing: ' || substr(approved.missing, 3)
        when approved.assessment_at is null then 'all four filled, time of the assessment not recorded'
        when approved.assessment_at <= approved.first_approval_at then 'all four weighed before approval'
        else 'assessed only after approval'
    end as reason
from approved
order by subject
