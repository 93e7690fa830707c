-- One row per change with a possible major impact whose work began in the period.
select
    change.ticket_id as subject,
    case when change.design_record_id is null then 'not met' else 'met' end as answer,
    case
        when change.design_record_id is null then 'no design and transition record'
        else 'routed to ' || change.design_record_id
    end as reason
from change
cross join parameter
where change.is_major_impact
    and change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
order by subject
