-- One row per supplier or other party.
select
    supplier.supplier_id,
    supplier.kind,
    supplier.manager_id,
    supplier.contract_valid_until,
    supplier.contract_reviewed_at,
    supplier.performance_reviewed_at,
    supplier.is_evergreen
from canonical.supplier
