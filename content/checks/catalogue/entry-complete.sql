-- One row per live service of the catalogue.
select
    service.service_id as subject,
    case
        when service.description is not null and service.outcome is not null and service.owner_id is not null then 'met'
        else 'not met'
    end as answer,
    case
        when service.description is not null and service.outcome is not null and service.owner_id is not null then 'complete'
        else 'lacks ' || substr(
            case when service.description is null then ', description' else '' end
            || case when service.outcome is null then ', outcome' else '' end
            || case when service.owner_id is null then ', owner' else '' end,
            3
        )
    end as reason
from service
where service.status = 'live'
order by subject
