-- One row per time in which a service was not available.
select
    outage.outage_id,
    outage.service_id,
    outage.start_at,
    outage.end_at,
    outage.is_planned,
    outage.partial_factor,
    outage.ticket_id,
    outage.supplier_id
from canonical.outage
