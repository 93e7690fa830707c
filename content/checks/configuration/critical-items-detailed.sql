-- One row per item in use that supports a critical service.
with

critical as (

    select
        ci.ci_id,
        case when ci.ci_type is null then ', type' else '' end
        || case when ci.description is null then ', description' else '' end
        || case when ci.status is null then ', status' else '' end
        || case when coalesce(ci.relation_count, 0) = 0 then ', relations' else '' end
        || case when ci.owner_id is null then ', owner' else '' end
        || case when ci.verified_at is null then ', verification' else '' end as missing
    from ci
    inner join service on service.service_id = ci.service_id
    where service.criticality in ('critical', 'high')
        and coalesce(ci.status, '') <> 'retired'

)

select
    critical.ci_id as subject,
    case when critical.missing = '' then 'met' else 'not met' end as answer,
    case when critical.missing = '' then 'recorded in depth' else 'missing: ' || substr(critical.missing, 3) end as reason
from critical
order by subject
