-- One row per incident whose resolution clock was decided in the period.
with

decided as (

    select
        attainment.ticket_id,
        count(*) filter (where attainment.is_missed) as missed,
        count(*) filter (where attainment.is_missed is null) as unclear
    from attainment
    cross join parameter
    where attainment.type = 'incident'
        and attainment.decided_at >= parameter.period_from
        and attainment.decided_at < parameter.period_to
    group by attainment.ticket_id

)

select
    decided.ticket_id as subject,
    case
        when decided.missed > 0 then 'not met'
        when decided.unclear > 0 then 'unknown'
        else 'met'
    end as answer,
    case
        when decided.missed > 0 then 'target missed'
        when decided.unclear > 0 then 'the clock does not say whether the target was met'
        else 'resolved within target'
    end as reason
from decided
order by subject
