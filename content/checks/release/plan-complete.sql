-- One row per release deployed in the period.
with

deployed as (

    select
        release.ticket_id,
        case when release.planned_at is null then ', date' else '' end
        || case when release.deliverables is null then ', deliverables' else '' end
        || case when release.method is null then ', method' else '' end as missing
    from release
    cross join parameter
    where release.deployed_at >= parameter.period_from
        and release.deployed_at < parameter.period_to

)

select
    deployed.ticket_id as subject,
    case when deployed.missing = '' then 'met' else 'not met' end as answer,
    case when deployed.missing = '' then 'date, deliverables and method recorded' else 'missing: ' || substr(deployed.missing, 3) end as reason
from deployed
order by subject
