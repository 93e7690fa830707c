-- One row per release deployed in the period whose criteria were not fully met.
select
    release.ticket_id as subject,
    case when release.decision_at <= release.deployed_at then 'met' else 'not met' end as answer,
    case
        when release.decision_at is null then 'no decision recorded'
        when release.decision_at <= release.deployed_at then 'decided before deployment'
        else 'decided only after deployment'
    end as reason
from release
cross join parameter
where release.verified_result in ('failed', 'passed_with_conditions')
    and release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
order by subject
