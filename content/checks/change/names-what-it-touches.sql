-- One row per normal or emergency change whose work began in the period.
select
    change.ticket_id as subject,
    case when change.service_id is not null or change.linked_ci_count > 0 then 'met' else 'not met' end as answer,
    case
        when change.service_id is not null and change.linked_ci_count > 0 then 'names service and item'
        when change.service_id is not null then 'names a service'
        when change.linked_ci_count > 0 then 'names an item'
        else 'names neither service nor item'
    end as reason
from change
cross join parameter
where change.change_type in ('normal', 'emergency')
    and change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
order by subject
