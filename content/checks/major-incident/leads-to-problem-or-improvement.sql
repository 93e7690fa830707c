-- One row per major incident closed in the period.
with

improved as (

    select link.from_id as ticket_id
    from link
    where link.kind in ('reviewed_in', 'improvement_of')
    union
    select link.to_id as ticket_id
    from link
    where link.kind in ('reviewed_in', 'improvement_of')

)

select
    major_incident.ticket_id as subject,
    case
        when major_incident.linked_problem_count > 0 or improved.ticket_id is not null then 'met'
        else 'not met'
    end as answer,
    case
        when major_incident.linked_problem_count > 0 then 'a problem is linked'
        when improved.ticket_id is not null then 'a review or improvement is linked'
        else 'neither problem nor improvement is linked'
    end as reason
from major_incident
cross join parameter
left join improved on improved.ticket_id = major_incident.ticket_id
where major_incident.closed_at >= parameter.period_from
    and major_incident.closed_at < parameter.period_to
    and coalesce(major_incident.state, '') not in ('cancelled', 'merged', 'downgraded')
order by subject
