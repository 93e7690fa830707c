-- One row per month: median hours from the end of a change to the first update of its item.
with

followed as (

    select
        change.ticket_id,
        change.actual_end,
        min(ci_change.changed_at) as changed_at
    from change
    cross join parameter
    inner join ci_change
        on ci_change.ci_id = change.ci_id
        and ci_change.changed_at >= coalesce(change.started_at, change.actual_end)
    where change.actual_end >= parameter.period_from
        and change.actual_end < parameter.period_to
        and coalesce(change.outcome, '') not in ('failed', 'backed_out', 'cancelled')
    group by
        change.ticket_id,
        change.actual_end

)

select
    month.month as period,
    percentile_cont(0.5) within group (order by greatest(0, cast(extract(epoch from followed.changed_at - followed.actual_end) as double precision))) / 3600 as value,
    cast(count(*) as integer) as n
from followed
inner join month
    on followed.actual_end >= month.from_at
    and followed.actual_end < month.to_at
group by month.month
order by period
