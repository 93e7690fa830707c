-- One row per stay of a ticket in one state; immediate repeats of a state, and events without one, end no stay.
with

placed as (

    select
        event.ticket_id,
        event.state,
        event.prior_state,
        event.happened_at as from_at,
        lead(event.happened_at) over (partition by event.ticket_id order by event.seq) as next_at,
        row_number() over (partition by event.ticket_id order by event.seq) as place
    from canonical.event
    where event.state is not null
        and (event.prior_state is null or event.state <> event.prior_state)

),

stay as (

    select
        placed.ticket_id,
        ticket.type,
        placed.place,
        placed.state,
        placed.prior_state,
        placed.from_at,
        case
            when placed.next_at is not null then placed.next_at
            when ticket.is_finished then cast(null as timestamp)
            else greatest(placed.from_at, parameter.data_until)
        end as to_at,
        placed.next_at is null as is_last,
        ticket.is_finished
    from placed
    cross join parameter
    inner join canonical.ticket on ticket.ticket_id = placed.ticket_id

)

select
    stay.ticket_id,
    stay.type,
    cast(stay.place as integer) as place,
    stay.state,
    stay.prior_state,
    stay.from_at,
    stay.to_at,
    extract(epoch from stay.to_at - stay.from_at) / 60 as minutes,
    stay.is_last,
    stay.is_finished,
    coalesce(model_state.clock, 'none') as clock,
    coalesce(model_state.is_initial, false) as is_initial,
    coalesce(model_state.is_final, false) as is_final,
    model_step.to_state is not null as is_allowed,
    coalesce(model_step.is_strict, false) as is_strict
from stay
left join canonical.model_state
    on model_state.type = stay.type
    and model_state.state = stay.state
left join canonical.model_step
    on model_step.type = stay.type
    and model_step.from_state = stay.prior_state
    and model_step.to_state = stay.state
order by
    stay.ticket_id,
    stay.place
