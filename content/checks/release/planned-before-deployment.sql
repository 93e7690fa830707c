-- One row per release deployed in the period.
select
    release.ticket_id as subject,
    case
        when release.planned_at is null then 'not met'
        when release.created_at < release.deployed_at then 'met'
        else 'not met'
    end as answer,
    case
        when release.planned_at is null then 'no planned date'
        when release.created_at < release.deployed_at then 'planned before deployment'
        else 'recorded only after deployment'
    end as reason
from release
cross join parameter
where release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
order by subject
