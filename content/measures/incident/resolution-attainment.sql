-- One row per month: incidents whose resolution clock was decided, and those inside the target.
with

decided as (

    select
        attainment.ticket_id,
        bool_or(attainment.is_missed) as is_missed,
        min(attainment.decided_at) as decided_at
    from attainment
    cross join parameter
    where attainment.type = 'incident'
        and attainment.is_missed is not null
        and attainment.decided_at >= parameter.period_from
        and attainment.decided_at < parameter.period_to
    group by attainment.ticket_id

)

select
    month.month as period,
    cast(count(*) filter (where not decided.is_missed) as integer) as part,
    cast(count(*) as integer) as whole
from decided
inner join month
    on decided.decided_at >= month.from_at
    and decided.decided_at < month.to_at
group by month.month
order by period
