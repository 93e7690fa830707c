-- One row per month: changes that began during another one without a conflict check, and all that did.
with

planned as (

    select
        change.ticket_id,
        change.ci_id,
        change.service_id,
        change.started_at,
        change.actual_end,
        coalesce(change.conflict_check_at <= change.started_at, false) as is_checked,
        cast(cast(floor(extract(epoch from change.actual_end)) as bigint) as varchar) || ' ' || change.ticket_id as ending
    from change
    where change.started_at is not null
        and (change.ci_id is not null or change.service_id is not null)

),

meeting as (

    select
        planned.ticket_id,
        planned.started_at,
        planned.is_checked,
        case when planned.ci_id is not null then max(planned.actual_end) over item end as item_busy_until,
        case when planned.ci_id is not null then max(case when not planned.is_checked then planned.actual_end end) over item end as item_unchecked_until,
        max(case when not planned.is_checked then planned.ending end) over item as item_ending,
        case when planned.service_id is not null then max(planned.actual_end) over service end as service_busy_until,
        case when planned.service_id is not null then max(case when not planned.is_checked then planned.actual_end end) over service end as service_unchecked_until,
        max(case when not planned.is_checked then planned.ending end) over service as service_ending
    from planned
    window
        item as (partition by planned.ci_id order by planned.started_at, planned.ticket_id rows between unbounded preceding and 1 preceding),
        service as (partition by planned.service_id order by planned.started_at, planned.ticket_id rows between unbounded preceding and 1 preceding)

),

judged as (

    select
        meeting.ticket_id,
        meeting.started_at,
        coalesce(meeting.item_busy_until > meeting.started_at, false) or coalesce(meeting.service_busy_until > meeting.started_at, false) as is_meeting,
        case
            when meeting.is_checked then null
            when meeting.item_unchecked_until > meeting.started_at then substr(meeting.item_ending, 12)
            when meeting.service_unchecked_until > meeting.started_at then substr(meeting.service_ending, 12)
        end as other_id
    from meeting

)

select
    month.month as period,
    cast(count(judged.other_id) as integer) as value,
    cast(count(*) as integer) as n
from judged
cross join parameter
inner join month
    on judged.started_at >= month.from_at
    and judged.started_at < month.to_at
where judged.is_meeting
    and judged.started_at >= parameter.period_from
    and judged.started_at < parameter.period_to
group by month.month
order by period
