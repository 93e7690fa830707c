-- One row per internal audit planned in the period, once its days of grace are over.
select
    audit.audit_id as subject,
    case
        when audit.done_at <= audit.planned_at + parameter.days_of_grace * interval '1 day' then 'met'
        else 'not met'
    end as answer,
    case
        when audit.done_at is null then 'not held'
        when audit.done_at <= audit.planned_at then 'held as planned'
        else 'held ' || cast(ceil(extract(epoch from audit.done_at - audit.planned_at) / 86400) as integer) || ' days after the plan'
    end as reason
from audit
cross join parameter
where audit.kind = 'internal'
    and audit.planned_at >= parameter.period_from
    and audit.planned_at < parameter.period_to
    and (audit.done_at is not null or audit.planned_at + parameter.days_of_grace * interval '1 day' <= parameter.data_until)
order by subject
