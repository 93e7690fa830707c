-- One row per live service in scope.
select
    service.service_id as subject,
    case when service.requirements_at < parameter.period_to then 'met' else 'not met' end as answer,
    case
        when service.requirements_at is null then 'no agreed requirements'
        when service.requirements_at < parameter.period_to then 'requirements agreed'
        else 'requirements agreed after the period'
    end as reason
from service
cross join parameter
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
    and (service.live_at is null or service.live_at < parameter.period_to)
order by subject
