-- One row per failed or backed-out release of the period.
select
    release.ticket_id as subject,
    case when coalesce(release.success_reviewed_at, release.reviewed_at) is null then 'not met' else 'met' end as answer,
    case
        when coalesce(release.success_reviewed_at, release.reviewed_at) is null then 'no review recorded'
        else 'reviewed'
    end as reason
from release
cross join parameter
where release.outcome in ('failed', 'backed_out')
    and release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
order by subject
