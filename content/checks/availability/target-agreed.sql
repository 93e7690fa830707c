-- One row per live service in scope that is rated critical or high.
select
    service.service_id as subject,
    case when service.availability_target is not null then 'met' else 'not met' end as answer,
    case when service.availability_target is not null then 'target agreed' else 'no availability target' end as reason
from service
cross join parameter
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
    and service.criticality in ('critical', 'high')
    and (service.live_at is null or service.live_at < parameter.period_to)
order by subject
