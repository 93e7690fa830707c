-- One row per normal change approved in the period.
select
    change.ticket_id as subject,
    case
        when change.impact_assessment is null then 'not met'
        when change.assessment_at is null then 'unknown'
        when change.assessment_at <= change.first_approval_at then 'met'
        else 'not met'
    end as answer,
    case
        when change.impact_assessment is null then 'no impact assessment recorded'
        when change.assessment_at is null then 'assessed, time not recorded'
        when change.assessment_at <= change.first_approval_at then 'assessed before approval'
        else 'assessed only after approval'
    end as reason
from change
cross join parameter
where change.change_type = 'normal'
    and change.first_approval_at >= parameter.period_from
    and change.first_approval_at < parameter.period_to
order by subject
