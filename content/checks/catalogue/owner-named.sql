-- One row per live service in scope.
select
    service.service_id as subject,
    case when service.owner_id is not null then 'met' else 'not met' end as answer,
    case when service.owner_id is not null then 'owner named' else 'no owner' end as reason
from service
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
order by subject
