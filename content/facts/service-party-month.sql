-- One row per service, month and group or supplier that had the tickets: resolution clocks that kept their target, and missed ones.
with

held as (

    select
        coalesce(service_clock.service_id, '') as service_id,
        service_clock.month,
        'group' as party_kind,
        service_clock.group_id as party,
        service_clock.outcome
    from service_clock
    where service_clock.metric = 'resolution'
        and service_clock.group_id is not null
        and service_clock.outcome in ('kept', 'missed', 'open missed')
    union all
    select
        coalesce(service_clock.service_id, '') as service_id,
        service_clock.month,
        'supplier' as party_kind,
        service_clock.supplier_id as party,
        service_clock.outcome
    from service_clock
    where service_clock.metric = 'resolution'
        and service_clock.supplier_id is not null
        and service_clock.outcome in ('kept', 'missed', 'open missed')

)

select
    held.service_id,
    held.month,
    held.party_kind,
    held.party,
    cast(count(*) filter (where held.outcome = 'kept') as integer) as kept_count,
    cast(count(*) filter (where held.outcome <> 'kept') as integer) as missed_count
from held
group by
    held.service_id,
    held.month,
    held.party_kind,
    held.party
order by
    held.service_id,
    held.month,
    held.party_kind,
    held.party
