-- One row per configuration item that is not retired.
with

kept as (

    select
        ci.ci_id,
        case when ci.ci_type is null then ', type' else '' end
        || case when ci.description is null then ', description' else '' end
        || case when coalesce(ci.relation_count, 0) = 0 then ', relations' else '' end
        || case when ci.status is null then ', status' else '' end as missing
    from ci
    where coalesce(ci.status, '') <> 'retired'

)

select
    kept.ci_id as subject,
    case when kept.missing = '' then 'met' else 'not met' end as answer,
    case when kept.missing = '' then 'all attributes recorded' else 'missing: ' || substr(kept.missing, 3) end as reason
from kept
order by subject
