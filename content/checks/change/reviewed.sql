-- One row per normal or emergency change closed in the period that was carried out.
with

visited as (

    select
        state_interval.ticket_id,
        min(state_interval.from_at) as review_at
    from state_interval
    where state_interval.type = 'change'
        and state_interval.state = 'review'
    group by state_interval.ticket_id

)

select
    change.ticket_id as subject,
    case when coalesce(change.pir_at, change.reviewed_at, visited.review_at) is null then 'not met' else 'met' end as answer,
    case
        when change.pir_at is not null then 'review recorded'
        when change.reviewed_at is not null then 'review event recorded'
        when visited.review_at is not null then 'passed the state review'
        else 'no review recorded'
    end as reason
from change
cross join parameter
left join visited on visited.ticket_id = change.ticket_id
where change.change_type in ('normal', 'emergency')
    and change.closed_at >= parameter.period_from
    and change.closed_at < parameter.period_to
    and coalesce(change.outcome, '') <> 'cancelled'
    and coalesce(change.state, '') not in ('cancelled', 'rejected')
order by subject
