-- One row per service of the catalogue.
select
    service.service_id,
    service.name,
    service.owner_id,
    service.criticality,
    service.status,
    service.is_in_scope,
    service.live_at,
    service.description,
    service.outcome,
    service.requirements_at,
    service.user_count,
    service.availability_target
from canonical.service
