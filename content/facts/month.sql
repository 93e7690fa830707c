-- One row per month of the period.
select
    month.month,
    month.from_at,
    month.to_at,
    month.working_minutes
from canonical.month
