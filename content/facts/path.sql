-- One row per ticket whose type has a process model and whose history the source recorded.
with

recorded as (

    select event.ticket_id
    from canonical.event
    where event.state is not null
        and not coalesce(event.is_derived, false)
    group by event.ticket_id

)

select
    state_interval.ticket_id,
    state_interval.type,
    bool_or(state_interval.is_finished) as is_finished,
    cast(count(*) - 1 as integer) as step_count,
    bool_or(state_interval.place = 1 and not state_interval.is_initial) as has_wrong_start,
    cast(count(*) filter (where state_interval.place > 1 and not state_interval.is_allowed) as integer) as wrong_step_count,
    bool_or(state_interval.is_last and state_interval.is_finished and not state_interval.is_final) as has_wrong_end,
    cast(count(*) filter (where state_interval.place > 1 and not state_interval.is_strict) as integer) as strict_wrong_step_count,
    min(case when state_interval.place = 1 then state_interval.state end) as first_state,
    min(case when state_interval.is_last then state_interval.state end) as last_state
from state_interval
inner join recorded on recorded.ticket_id = state_interval.ticket_id
where exists (select 1 from canonical.model_state where model_state.type = state_interval.type)
group by
    state_interval.ticket_id,
    state_interval.type
