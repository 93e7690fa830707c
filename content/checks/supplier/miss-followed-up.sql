-- One row per external supplier and month that missed its attainment, once the time to react is over.
with

decided as (

    select
        attainment.ticket_id,
        attainment.supplier_id,
        month.month,
        month.to_at,
        attainment.is_missed
    from attainment
    inner join supplier
        on supplier.supplier_id = attainment.supplier_id
        and supplier.kind = 'external'
    inner join month on month.month = attainment.month

),

side as (

    select link.from_id as ticket_id, link.linked_at from link where link.kind in ('improvement_of', 'reviewed_in')
    union all
    select link.to_id as ticket_id, link.linked_at from link where link.kind in ('improvement_of', 'reviewed_in')

),

first_link as (

    select
        side.ticket_id,
        min(side.linked_at) as linked_at
    from side
    group by side.ticket_id

),

missed as (

    select
        decided.supplier_id,
        decided.month,
        decided.to_at,
        count(*) as clock_count,
        count(*) filter (where decided.is_missed) as missed_count,
        count(first_link.ticket_id) filter (where decided.is_missed) as link_count,
        min(case when decided.is_missed then first_link.linked_at end) as linked_at
    from decided
    left join first_link on first_link.ticket_id = decided.ticket_id
    group by
        decided.supplier_id,
        decided.month,
        decided.to_at

)

select
    missed.supplier_id || ' / ' || missed.month as subject,
    case
        when missed.linked_at < missed.to_at + parameter.days_to_react * interval '1 day' then 'met'
        when missed.link_count > 0 and missed.linked_at is null then 'unknown'
        else 'not met'
    end as answer,
    missed.missed_count || ' of ' || missed.clock_count || ' missed, '
    || case
        when missed.link_count = 0 then 'no improvement or review linked'
        when missed.linked_at is null then 'improvement or review linked, time not known'
        when missed.linked_at < missed.to_at + parameter.days_to_react * interval '1 day' then 'improvement or review linked in time'
        else 'improvement or review linked too late'
    end as reason
from missed
cross join parameter
where missed.missed_count > (1 - parameter.attainment) * missed.clock_count
    and missed.to_at + parameter.days_to_react * interval '1 day' <= parameter.data_until
order by subject
