-- One row per internal audit held in the period and reported.
select
    audit.audit_id as subject,
    case when audit.major_count is not null and audit.minor_count is not null then 'met' else 'not met' end as answer,
    case
        when audit.major_count is not null and audit.minor_count is not null then audit.major_count || ' major and ' || audit.minor_count || ' minor nonconformities recorded'
        else 'results not recorded'
    end as reason
from audit
cross join parameter
where audit.kind = 'internal'
    and audit.reported_at is not null
    and audit.done_at >= parameter.period_from
    and audit.done_at < parameter.period_to
order by subject
