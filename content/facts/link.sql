-- One row per relation between two tickets.
select
    link.from_id,
    link.to_id,
    link.kind,
    link.linked_at
from canonical.link
