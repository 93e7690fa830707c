-- One row per service and month with at least one decided resolution clock.
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
    decided.service_id || ' / ' || decided.month as subject,
    case
        when decided.kept_count >= parameter.attainment * decided.clock_count then 'met'
        else 'not met'
    end as answer,
    decided.kept_count || ' of ' || decided.clock_count || ' inside the target' as reason
from decided
cross join parameter
order by subject
