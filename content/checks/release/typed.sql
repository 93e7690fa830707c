-- One row per release deployed in the period or planned for it.
select
    release.ticket_id as subject,
    case
        when release.release_type is null then 'not met'
        when position(', ' || lower(release.release_type) || ',' in ', ' || lower(parameter.policy_types) || ',') > 0 then 'met'
        else 'not met'
    end as answer,
    case
        when release.release_type is null then 'no type recorded'
        when position(', ' || lower(release.release_type) || ',' in ', ' || lower(parameter.policy_types) || ',') > 0 then 'type ' || lower(release.release_type)
        else 'type ' || release.release_type || ' is not in the policy'
    end as reason
from release
cross join parameter
where coalesce(release.deployed_at, release.planned_at) >= parameter.period_from
    and coalesce(release.deployed_at, release.planned_at) < parameter.period_to
    and coalesce(release.state, '') <> 'cancelled'
order by subject
