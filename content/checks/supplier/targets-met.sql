-- One row per supplier with at least one decided resolution clock in the period.
with

decided as (

    select
        attainment.supplier_id,
        count(*) as clock_count,
        count(*) filter (where not attainment.is_missed) as kept_count
    from attainment
    inner join month on month.month = attainment.month
    where attainment.supplier_id is not null
    group by attainment.supplier_id

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
