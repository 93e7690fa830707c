-- One row per design and transition record with a change closed in the period.
with

routed as (

    select
        change.design_record_id,
        case when count(change.assessment_at) = 0 then ', assessment' else '' end
        || case when count(change.first_approval_at) = 0 then ', approval' else '' end
        || case when count(change.planned_start) = 0 then ', planned date' else '' end
        || case when count(coalesce(change.pir_at, change.reviewed_at)) = 0 then ', review' else '' end as missing
    from change
    cross join parameter
    where change.design_record_id is not null
        and change.closed_at >= parameter.period_from
        and change.closed_at < parameter.period_to
        and coalesce(change.outcome, '') <> 'cancelled'
        and coalesce(change.state, '') not in ('cancelled', 'rejected')
    group by change.design_record_id

)

select
    routed.design_record_id as subject,
    case when routed.missing = '' then 'met' else 'not met' end as answer,
    case when routed.missing = '' then 'all four shown by its changes' else 'missing: ' || substr(routed.missing, 3) end as reason
from routed
order by subject
