-- One row per month: tickets whose resolution clock was decided, and those inside the target.
with

decided as (

    select
        attainment.ticket_id,
        attainment.month,
        bool_or(attainment.is_missed) as is_missed
    from attainment
    where attainment.month is not null
    group by
        attainment.ticket_id,
        attainment.month

)

select
    month.month as period,
    cast(count(*) filter (where not decided.is_missed) as integer) as part,
    cast(count(*) as integer) as whole
from decided
inner join month on month.month = decided.month
group by month.month
order by period
