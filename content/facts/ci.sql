-- One row per configuration item.
select
    ci.ci_id,
    ci.ci_type,
    ci.description,
    ci.status,
    ci.owner_id,
    ci.service_id,
    ci.relation_count,
    ci.updated_at,
    ci.verified_at,
    ci.verified_result,
    ci.support_ends_on
from canonical.ci
