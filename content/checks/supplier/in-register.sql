-- One row per supplier that tickets or outages of the period name.
with

named as (

    select ticket.supplier_id
    from ticket
    cross join parameter
    where ticket.supplier_id is not null
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to
    union all
    select outage.supplier_id
    from outage
    cross join parameter
    where outage.supplier_id is not null
        and outage.start_at >= parameter.period_from
        and outage.start_at < parameter.period_to

),

counted as (

    select
        named.supplier_id,
        count(*) as mention_count
    from named
    group by named.supplier_id

)

select
    counted.supplier_id as subject,
    case when supplier.supplier_id is not null then 'met' else 'not met' end as answer,
    case when supplier.supplier_id is not null then 'in the register' else 'not in the register' end
    || ', named ' || counted.mention_count || ' times' as reason
from counted
left join supplier on supplier.supplier_id = counted.supplier_id
order by subject
