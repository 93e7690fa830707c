-- One row per supplier with at least one decided resolution clock in the period.
with

decided as (

    select
        ticket.supplier_id,
        count(*) as clock_count,
        count(*) filter (where not clock.is_breached) as kept_count
    from clock
    inner join ticket on ticket.ticket_id = clock.ticket_id
    inner join month on month.month = coalesce(clock.resolved_month, clock.created_month)
    where clock.metric = 'resolution'
        and ticket.supplier_id is not null
        and clock.is_breached is not null
        and (not clock.is_open or clock.is_breached)
    group by ticket.supplier_id

)

select
    decided.supplier_id as subject,
    case
        when decided.kept_count >= parameter.attainment * decided.clock_count then 'met'
        else 'not met'
    end as answer,
    decided.kept_count || ' of ' || decided.clock_count || ' inside the target' as reason
from decided
cross join parameter
order by subject
