-- One row per normal or emergency change whose work began in the period.
select
    change.ticket_id as subject,
    case when change.is_major_impact is null then 'not met' else 'met' end as answer,
    case
        when change.is_major_impact is null then 'not answered'
        when change.is_major_impact then 'major impact possible'
        else 'no major impact expected'
    end as reason
from change
cross join parameter
where change.change_type in ('normal', 'emergency')
    and change.started_at >= parameter.period_from
    and change.started_at < parameter.period_to
order by subject
