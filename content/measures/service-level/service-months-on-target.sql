-- One row per month: services with decided clocks, and those that reached the attainment.
with

decided as (

    select
        clock.service_id,
        month.month,
        count(*) as clock_count,
        count(*) filter (where not clock.is_breached) as kept_count
    from clock
    inner join month on month.month = coalesce(clock.resolved_month, clock.created_month)
    where clock.metric = 'resolution'
        and clock.service_id is not null
        and clock.is_breached is not null
        and (not clock.is_open or clock.is_breached)
    group by
        clock.service_id,
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
