-- One row per incident of the period whose category speaks of a security matter.
with

worded as (

    select
        incident.ticket_id,
        incident.is_security,
        lower(coalesce(incident.category, '') || ' ' || coalesce(incident.subcategory, '')) as words
    from incident
    cross join parameter
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and incident.is_void is not true

)

select
    worded.ticket_id as subject,
    case
        when worded.is_security then 'met'
        else 'not met'
    end as answer,
    'category ' || trim(worded.words) as reason
from worded
where worded.words like '%phish%'
    or worded.words like '%malware%'
    or worded.words like '%virus%'
    or worded.words like '%ransom%'
    or worded.words like '%hack%'
    or worded.words like '%intrusion%'
    or worded.words like '%breach%'
    or worded.words like '%theft%'
order by subject
