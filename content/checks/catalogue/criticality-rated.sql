-- One row per live service in scope.
select
    service.service_id as subject,
    case when service.criticality is not null then 'met' else 'not met' end as answer,
    case when service.criticality is not null then 'rated ' || service.criticality else 'not rated' end as reason
from service
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
order by subject
