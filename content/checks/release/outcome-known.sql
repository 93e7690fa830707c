-- One row per release deployed in the period whose watching time is over.
select
    release.ticket_id as subject,
    case when release.outcome is null then 'not met' else 'met' end as answer,
    case when release.outcome is null then 'no outcome recorded' else 'outcome recorded' end as reason
from release
cross join parameter
where release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
    and release.deployed_at + parameter.watching_days * interval '1 day' <= parameter.data_until
order by subject
