-- One row per normal change whose work began in the period.
select
    change.ticket_id as subject,
    case when change.test_evidence_at <= change.started_at then 'met' else 'not met' end as answer,
    case
        when change.test_evidence_at is null then 'no test evidence'
        when change.test_evidence_at <= change.started_at then 'tested before start'
        else 'test evidence only after the start'
    end as reason
from change
cross join parameter
where change.change_type = 'normal'
    and change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
order by subject
