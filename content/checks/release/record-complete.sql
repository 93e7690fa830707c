-- One row per release closed in the period.
with

closed as (

    select
        release.ticket_id,
        case when release.release_type is null then ', type' else '' end
        || case when release.group_id is null then ', responsible group' else '' end
        || case when release.planned_at is null then ', planned deployment' else '' end
        || case when release.deployed_at is null then ', actual deployment' else '' end
        || case when release.outcome is null then ', outcome' else '' end as missing
    from release
    cross join parameter
    where release.closed_at >= parameter.period_from
        and release.closed_at < parameter.period_to
        and coalesce(release.state, '') <> 'cancelled'

)

select
    closed.ticket_id as subject,
    case when closed.missing = '' then 'met' else 'not met' end as answer,
    case when closed.missing = '' then 'complete' else 'missing: ' || substr(closed.missing, 3) end as reason
from closed
order by subject
