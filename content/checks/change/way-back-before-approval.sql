-- One row per normal or emergency change approved in the period.
select
    change.ticket_id as subject,
    case when change.backout_plan_at <= change.first_approval_at then 'met' else 'not met' end as answer,
    case
        when change.backout_plan_at is null then 'no way back recorded'
        when change.backout_plan_at <= change.first_approval_at then 'way back recorded before approval'
        else 'way back recorded only after approval'
    end as reason
from change
cross join parameter
where change.change_type in ('normal', 'emergency')
    and change.first_approval_at >= parameter.period_from
    and change.first_approval_at < parameter.period_to
order by subject
