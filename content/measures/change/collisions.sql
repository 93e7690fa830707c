-- One row per month: changes that began during another one without a conflict check, and all that did.
with

meeting as (

    select
        later.ticket_id,
        later.started_at,
        coalesce(least(later.conflict_check_at, earlier.conflict_check_at) <= later.started_at, false) as is_checked
    from change as later
    inner join change as earlier
        on earlier.ci_id = later.ci_id
        and earlier.actual_end > later.started_at
        and (earlier.started_at < later.started_at or (earlier.started_at = later.started_at and earlier.ticket_id < later.ticket_id))
    union all
    select
        later.ticket_id,
        later.started_at,
        coalesce(least(later.conflict_check_at, earlier.conflict_check_at) <= later.started_at, false) as is_checked
    from change as later
    inner join change as earlier
        on earlier.service_id = later.service_id
        and earlier.actual_end > later.started_at
        and (earlier.started_at < later.started_at or (earlier.started_at = later.started_at and earlier.ticket_id < later.ticket_id))

),

met as (

    select
        meeting.ticket_id,
        meeting.started_at,
        bool_and(meeting.is_checked) as is_checked
    from meeting
    group by
        meeting.ticket_id,
        meeting.started_at

)

select
    month.month as period,
    cast(count(*) filter (where not met.is_checked) as integer) as value,
    cast(count(*) as integer) as n
from met
cross join parameter
inner join month
    on met.started_at >= month.from_at
    and met.started_at < month.to_at
where met.started_at >= parameter.period_from
    and met.started_at < parameter.period_to
group by month.month
order by period
