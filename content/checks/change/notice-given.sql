-- One row per change with an effect on users whose start fell into the period.
with

noticed as (

    select
        change.ticket_id,
        change.notice_sent_at,
        case
            when change.change_type = 'emergency' then coalesce(change.started_at, change.planned_start)
            else coalesce(change.planned_start, change.started_at) - parameter.lead_hours * interval '1 hour'
        end as due_at
    from change
    cross join parameter
    where change.has_user_impact
        and coalesce(change.planned_start, change.started_at) >= parameter.period_from
        and coalesce(change.planned_start, change.started_at) < least(parameter.period_to, parameter.data_until)
        and coalesce(change.outcome, '') <> 'cancelled'
        and coalesce(change.state, '') not in ('cancelled', 'rejected')

)

select
    noticed.ticket_id as subject,
    case when noticed.notice_sent_at <= noticed.due_at then 'met' else 'not met' end as answer,
    case
        when noticed.notice_sent_at is null then 'no notice recorded'
        when noticed.notice_sent_at <= noticed.due_at then 'told in time'
        else 'told ' || cast(cast(floor(extract(epoch from noticed.notice_sent_at - noticed.due_at) / 60) as integer) as varchar) || ' minutes too late'
    end as reason
from noticed
order by subject
