-- One row per configuration item that is not retired.
select
    ci.ci_id as subject,
    case when ci.owner_id is null or ci.status is null then 'not met' else 'met' end as answer,
    case
        when ci.owner_id is null and ci.status is null then 'neither owner nor status'
        when ci.owner_id is null then 'no owner'
        when ci.status is null then 'no status'
        else 'owner and status recorded'
    end as reason
from ci
where coalesce(ci.status, '') <> 'retired'
order by subject
