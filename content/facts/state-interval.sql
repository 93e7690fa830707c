-- One row per stay of a ticket in one state; immediate repeats of a state are one stay.
with

entry as (

    select
        event.ticket_id,
        ticket.type,
        event.seq,
        event.happened_at,
        event.state,
        event.prior_state,
        ticket.is_finished
    from canonical.event
    inner join canonical.ticket on ticket.ticket_id = event.ticket_id
    where event.state is not null
        and (event.prior_state is null or event.state <> event.prior_state)

),

placed as (

    select
        entry.ticket_id,
        entry.type,
        entry.state,
        entry.prior_state,
        entry.is_finished,
        entry.happened_at as from_at,
        lead(entry.happened_at) over (partition by entry.ticket_id order by entry.seq) as next_at,
        row_number() over (partition by entry.ticket_id order by entry.seq) as place
    from entry

)

select
    placed.ticket_id,
    placed.type,
    cast(placed.place as integer) as place,
    placed.state,
    placed.prior_state,
    placed.from_at,
    case
        when placed.next_at is not null then placed.next_at
        when placed.is_finished then cast(null as timestamp)
        else parameter.data_until
    end as to_at,
    case
        when placed.next_at is not null then extract(epoch from placed.next_at - placed.from_at) / 60
        when placed.is_finished then cast(null as double precision)
        else greatest(0, extract(epoch from parameter.data_until - placed.from_at) / 60)
    end as minutes,
    placed.next_at is null as is_last,
    placed.is_finished,
    coalesce(model_state.clock, 'none') as clock,
    coalesce(model_state.is_initial, false) as is_initial,
    coalesce(model_state.is_final, false) as is_final,
    model_step.to_state is not null as is_allowed,
    coalesce(model_step.is_strict, false) as is_strict
from placed
cross join parameter
left join canonical.model_state
    on model_state.type = placed.type
    and model_state.state = placed.state
left join canonical.model_step
    on model_step.type = placed.type
    and model_step.from_state = placed.prior_state
    and model_step.to_state = placed.state
