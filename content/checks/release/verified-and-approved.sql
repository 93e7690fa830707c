-- One row per release deployed in the period.
select
    release.ticket_id as subject,
    case
        when release.verified_at is null or release.verified_at > release.deployed_at then 'not met'
        when release.approved_at is null or release.approved_at > release.deployed_at then 'not met'
        when release.verified_result is null then 'unknown'
        when release.verified_result in ('passed', 'passed_with_conditions') then 'met'
        when release.decision_at <= release.deployed_at then 'met'
        else 'not met'
    end as answer,
    case
        when release.verified_at is null then 'not verified'
        when release.verified_at > release.deployed_at then 'verified only after deployment'
        when release.approved_at is null then 'not approved'
        when release.approved_at > release.deployed_at then 'approved only after deployment'
        when release.verified_result is null then 'result of the verification not recorded'
        when release.verified_result in ('passed', 'passed_with_conditions') then 'verified and approved before deployment'
        when release.decision_at <= release.deployed_at then 'criteria not met, decided before deployment'
        else 'criteria not met and no decision before deployment'
    end as reason
from release
cross join parameter
where release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
order by subject
