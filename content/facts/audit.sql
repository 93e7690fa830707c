-- One row per audit.
select
    audit.audit_id,
    audit.kind,
    audit.planned_at,
    audit.done_at,
    audit.reported_at,
    audit.major_count,
    audit.minor_count
from canonical.audit
