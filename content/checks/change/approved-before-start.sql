-- One row per normal or emergency change whose work began in the period.
select
    change.ticket_id as subject,
    case
        when change.first_approval_at is null then 'not met'
        when change.first_approval_at <= change.started_at then 'met'
        else 'not met'
    end as answer,
    case
        when change.first_approval_at is null then 'no approval recorded'
        when change.first_approval_at <= change.started_at then 'approved before start'
        else 'approved ' || cast(cast(floor(extract(epoch from change.first_approval_at - change.started_at) / 60) as integer) as varchar) || ' minutes after start'
    end as reason
from change
cross join parameter
where change.change_type in ('normal', 'emergency')
    and change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
order by subject
