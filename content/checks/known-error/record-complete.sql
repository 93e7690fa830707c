-- One row per known error record opened in the period.
with

opened as (

    select
        known_error.ticket_id,
        case when known_error.service_id is null and known_error.ci_id is null then ', service or item' else '' end
        || case when known_error.root_cause_code is null then ', cause' else '' end
        || case when known_error.group_id is null then ', responsible group' else '' end as missing
    from known_error
    cross join parameter
    where known_error.created_at >= parameter.period_from
        and known_error.created_at < parameter.period_to
        and coalesce(known_error.state, '') <> 'draft'

)

select
    opened.ticket_id as subject,
    case when opened.missing = '' then 'met' else 'not met' end as answer,
    case when opened.missing = '' then 'complete' else 'missing: ' || substr(opened.missing, 3) end as reason
from opened
order by subject
