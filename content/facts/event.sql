-- One row per recorded event, in the order of each ticket's history.
select
    event.ticket_id,
    event.seq,
    event.happened_at,
    event.kind,
    event.field,
    event.from_value,
    event.to_value,
    event.status_native,
    event.state,
    event.group_id,
    event.actor_id,
    event.is_derived,
    event.prior_at,
    event.prior_status_native,
    event.prior_state,
    event.prior_group_id
from canonical.event
