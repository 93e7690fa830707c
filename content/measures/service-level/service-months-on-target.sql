-- One row per month: services with decided clocks, and those that reached the attainment.
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
    decided.month as period,
    cast(count(*) filter (where decided.kept_count >= parameter.attainment * decided.clock_count) as integer) as part,
    cast(count(*) as integer) as whole
from decided
cross join parameter
group by decided.month
order by period
