-- One row per incident that changed its group in the period.
with

hand_over as (

    select
        event.ticket_id,
        event.group_id,
        event.prior_group_id,
        lag(event.prior_group_id) over (partition by event.ticket_id order by event.seq) as group_before_that
    from event
    cross join parameter
    where event.group_id is not null
        and event.prior_group_id is not null
        and event.group_id <> event.prior_group_id
        and event.happened_at >= parameter.period_from
        and event.happened_at < parameter.period_to

),

returned as (

    select
        hand_over.ticket_id,
        count(*) as hand_over_count,
        sum(case when hand_over.group_id = hand_over.group_before_that then 1 else 0 end) as return_count
    from hand_over
    group by hand_over.ticket_id

)

select
    returned.ticket_id as subject,
    case
        when returned.return_count = 0 then 'met'
        else 'not met'
    end as answer,
    cast(cast(returned.return_count as integer) as varchar) || ' of ' || cast(cast(returned.hand_over_count as integer) as varchar) || ' hand-overs went straight back' as reason
from returned
inner join incident on incident.ticket_id = returned.ticket_id
order by subject
