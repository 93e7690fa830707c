-- One row per change with an item or service whose work began in the period.
with

meeting as (

    select
        later.ticket_id,
        earlier.ticket_id as other_id,
        later.started_at,
        later.conflict_check_at,
        earlier.conflict_check_at as other_check_at
    from change as later
    cross join parameter
    inner join change as earlier
        on earlier.ci_id = later.ci_id
        and earlier.actual_end > later.started_at
        and (earlier.started_at < later.started_at or (earlier.started_at = later.started_at and earlier.ticket_id < later.ticket_id))
    where later.started_at >= parameter.period_from
        and later.started_at < parameter.period_to
    union
    select
        later.ticket_id,
        earlier.ticket_id as other_id,
        later.started_at,
        later.conflict_check_at,
        earlier.conflict_check_at as other_check_at
    from change as later
    cross join parameter
    inner join change as earlier
        on earlier.service_id = later.service_id
        and earlier.actual_end > later.started_at
        and (earlier.started_at < later.started_at or (earlier.started_at = later.started_at and earlier.ticket_id < later.ticket_id))
    where later.started_at >= parameter.period_from
        and later.started_at < parameter.period_to

),

met as (

    select
        meeting.ticket_id,
        count(*) as meeting_count,
        min(case when coalesce(least(meeting.conflict_check_at, meeting.other_check_at) <= meeting.started_at, false) then null else meeting.other_id end) as unchecked_id
    from meeting
    group by meeting.ticket_id

)

select
    change.ticket_id as subject,
    case when met.unchecked_id is null then 'met' else 'not met' end as answer,
    case
        when met.ticket_id is null then 'no other change at that time'
        when met.unchecked_id is null then 'met other changes, checked before'
        else 'began during ' || met.unchecked_id || ' without a conflict check'
    end as reason
from change
cross join parameter
left join met on met.ticket_id = change.ticket_id
where change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
    and (change.ci_id is not null or change.service_id is not null)
order by subject
