-- One row per live service of the catalogue.
select
    service.service_id as subject,
    case when service.is_in_scope is not null then 'met' else 'not met' end as answer,
    case
        when service.is_in_scope then 'in scope'
        when service.is_in_scope is not null then 'out of scope'
        else 'no decision on scope'
    end as reason
from service
where service.status = 'live'
order by subject
