-- One row per release deployed in the period.
select
    release.ticket_id as subject,
    case
        when release.baseline_at <= release.deployed_at then 'met'
        when release.baseline_at is not null then 'not met'
        when release.baseline_ref is not null then 'unknown'
        else 'not met'
    end as answer,
    case
        when release.baseline_at <= release.deployed_at then 'baseline before deployment'
        when release.baseline_at is not null then 'baseline only after deployment'
        when release.baseline_ref is not null then 'baseline without a time'
        else 'no baseline'
    end as reason
from release
cross join parameter
where release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
order by subject
