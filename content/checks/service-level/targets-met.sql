-- One row per service and month with at least one decided resolution clock.
with

decided as (

    select
        attainment.service_id,
        month.month,
        count(*) as clock_count,
        count(*) filter (where not attainment.is_missed) as kept_count
    from attainment
    inner join month on month.month = attainment.month
    where attainment.service_id is not null
    group by
        attainment.service_id,
        month.month

)

select
    decided.service_id || ' / ' || decided.month as subject,
    case
        when decided.kept_count >= parameter.attainment * decided.clock_count then 'met'
        else 'not met'
    end as answer,
    decided.kept_count || ' of ' || decided.clock_count || ' inside the target' as reason
from decided
cross join parameter
order by subject
