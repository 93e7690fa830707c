-- One row per change carried out in the period that names an item.
with

done as (

    select
        change.ticket_id,
        change.ci_id,
        coalesce(change.started_at, change.actual_end) as started_at,
        change.actual_end
        + cast(
            parameter.working_days
            + 2 * floor((least(extract(isodow from change.actual_end), 5) - 1 + parameter.working_days) / 5)
            - case when extract(isodow from change.actual_end) = 7 then 1 else 0 end as integer
        ) * interval '1 day' as due_at,
        parameter.data_until
    from change
    cross join parameter
    where change.ci_id is not null
        and change.actual_end >= parameter.period_from
        and change.actual_end < parameter.period_to
        and coalesce(change.outcome, '') not in ('failed', 'backed_out', 'cancelled')

),

updated as (

    select
        done.ticket_id,
        min(ci_change.changed_at) as changed_at
    from done
    inner join ci_change
        on ci_change.ci_id = done.ci_id
        and ci_change.changed_at >= done.started_at
    group by done.ticket_id

)

select
    done.ticket_id as subject,
    case
        when updated.changed_at <= done.due_at then 'met'
        when updated.changed_at is null and done.due_at > done.data_until then 'not applicable'
        else 'not met'
    end as answer,
    case
        when updated.changed_at <= done.due_at then done.ci_id || ' updated in time'
        when updated.changed_at is not null then done.ci_id || ' updated too late'
        when done.due_at > done.data_until then 'still in time'
        else done.ci_id || ' not updated'
    end as reason
from done
left join updated on updated.ticket_id = done.ticket_id
order by subject
