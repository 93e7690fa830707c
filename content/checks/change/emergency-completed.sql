-- One row per emergency change whose work ended in the period.
with

ended as (

    select
        change.ticket_id,
        change.assessment_at,
        change.actual_end
        + cast(
            parameter.working_days
            + 2 * floor((least(extract(isodow from change.actual_end), 5) - 1 + parameter.working_days) / 5)
            - case when extract(isodow from change.actual_end) = 7 then 1 else 0 end as integer
        ) * interval '1 day' as due_at,
        parameter.data_until
    from change
    cross join parameter
    where change.change_type = 'emergency'
        and change.actual_end >= parameter.period_from
        and change.actual_end < parameter.period_to

)

select
    ended.ticket_id as subject,
    case
        when ended.assessment_at <= ended.due_at then 'met'
        when ended.assessment_at is not null then 'not met'
        when ended.due_at > ended.data_until then 'not applicable'
        else 'not met'
    end as answer,
    case
        when ended.assessment_at <= ended.due_at then 'assessed in time'
        when ended.assessment_at is not null then 'assessed ' || cast(cast(floor(extract(epoch from ended.assessment_at - ended.due_at) / 3600) as integer) as varchar) || ' hours too late'
        when ended.due_at > ended.data_until then 'still in time'
        else 'no assessment recorded'
    end as reason
from ended
order by subject
