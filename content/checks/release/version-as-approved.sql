-- One row per release deployed in the period.
select
    release.ticket_id as subject,
    case
        when release.approved_version is null or release.deployed_version is null then 'unknown'
        when release.approved_version = release.deployed_version then 'met'
        else 'not met'
    end as answer,
    case
        when release.approved_version is null then 'approved version not recorded'
        when release.deployed_version is null then 'deployed version not recorded'
        when release.approved_version = release.deployed_version then 'version ' || release.deployed_version || ' as approved'
        else 'approved ' || release.approved_version || ', deployed ' || release.deployed_version
    end as reason
from release
cross join parameter
where release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
order by subject
