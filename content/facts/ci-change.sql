-- One row per change of a controlled attribute of a configuration item.
select
    ci_change.ci_change_id,
    ci_change.ci_id,
    ci_change.changed_at,
    ci_change.attribute,
    ci_change.change_id,
    ci_change.actor_id
from canonical.ci_change
