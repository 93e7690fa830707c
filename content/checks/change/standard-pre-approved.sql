-- One row per standard change whose work began in the period.
select
    change.ticket_id as subject,
    case
        when change.is_listed_standard then 'met'
        when change.first_approval_at <= change.started_at then 'met'
        else 'not met'
    end as answer,
    case
        when change.is_listed_standard then 'in the approved list'
        when change.first_approval_at <= change.started_at then 'not listed, but approved before start'
        else 'neither listed nor approved before start'
    end as reason
from change
cross join parameter
where change.change_type = 'standard'
    and change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
order by subject
