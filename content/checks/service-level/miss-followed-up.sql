-- One row per service and month that missed its attainment, once the time to react is over.
with

decided as (

    select
        attainment.ticket_id,
        attainment.service_id,
        month.month,
        month.to_at,
        attainment.is_missed
    from attainment
    inner join month on month.month = attainment.month
    where attainment.service_id is not null

),

missed as (

    select
        decided.service_id,
        decided.month,
        decided.to_at,
        count(*) as clock_count,
        count(*) filter (where decided.is_missed) as missed_count
    from decided
    group by
        decided.service_id,
        decided.month,
        decided.to_at

),

side as (

    select link.from_id as ticket_id, link.linked_at from link where link.kind in ('improvement_of', 'reviewed_in')
    union all
    select link.to_id as ticket_id, link.linked_at from link where link.kind in ('improvement_of', 'reviewed_in')

),

followed as (

    select
        decided.service_id,
        decided.month,
        count(*) as link_count,
        min(side.linked_at) as linked_at
    from decided
    inner join side on side.ticket_id = decided.ticket_id
    where decided.is_missed
    group by
        decided.service_id,
        decided.month

)

select
    missed.service_id || ' / ' || missed.month as subject,
    case
        when followed.linked_at < missed.to_at + parameter.days_to_react * interval '1 day' then 'met'
        when followed.link_count > 0 and followed.linked_at is null then 'unknown'
        else 'not met'
    end as answer,
    missed.missed_count || ' of ' || missed.clock_count || ' missed, '
    || case
        when followed.linked_at < missed.to_at + parameter.days_to_react * interval '1 day' then 'improvement or review linked in time'
        when followed.link_count > 0 and followed.linked_at is null then 'improvement or review linked, time not known'
        when followed.link_count > 0 then 'improvement or review linked too late'
        else 'no improvement or review linked'
    end as reason
from missed
cross join parameter
left join followed
    on followed.service_id = missed.service_id
    and followed.month = missed.month
where missed.missed_count > (1 - parameter.attainment) * missed.clock_count
    and missed.to_at + parameter.days_to_react * interval '1 day' <= parameter.data_until
order by subject
