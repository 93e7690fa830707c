-- One row per SLA, OLA or underpinning contract for one service.
select
    agreement.agreement_id,
    agreement.kind,
    agreement.service_id,
    agreement.customer_id,
    agreement.supplier_id,
    agreement.agreed_at,
    agreement.valid_to,
    agreement.review_at,
    agreement.reviewed_at,
    agreement.has_targets,
    agreement.has_workload_limit,
    agreement.has_exceptions,
    agreement.target_response_minutes,
    agreement.target_resolve_minutes
from canonical.agreement
