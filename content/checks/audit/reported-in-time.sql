-- One row per internal audit held in the period.
select
    audit.audit_id as subject,
    case
        when audit.reported_at <= audit.done_at + parameter.days_to_report * interval '1 day' then 'met'
        else 'not met'
    end as answer,
    case
        when audit.reported_at is null then 'not reported'
        else 'reported after ' || cast(ceil(greatest(0, extract(epoch from audit.reported_at - audit.done_at)) / 86400) as integer) || ' days'
    end as reason
from audit
cross join parameter
where audit.kind = 'internal'
    and audit.done_at >= parameter.period_from
    and audit.done_at < parameter.period_to
    and (audit.reported_at is not null or audit.done_at + parameter.days_to_report * interval '1 day' <= parameter.data_until)
order by subject
