-- One row per security incident of high risk closed in the period.
with

followed as (

    select link.from_id as ticket_id
    from link
    where link.kind in ('fixed_by', 'reviewed_in', 'improvement_of')
    union
    select link.to_id as ticket_id
    from link
    where link.kind in ('reviewed_in', 'improvement_of')
    union
    select link.from_id as ticket_id
    from link
    inner join problem on problem.ticket_id = link.to_id
    union
    select link.to_id as ticket_id
    from link
    inner join problem on problem.ticket_id = link.from_id

)

select
    security_incident.ticket_id as subject,
    case
        when security_incident.problem_id is not null or security_incident.change_id is not null or followed.ticket_id is not null then 'met'
        else 'not met'
    end as answer,
    case
        when security_incident.problem_id is not null then 'a problem is linked'
        when security_incident.change_id is not null then 'a change is linked'
        when followed.ticket_id is not null then 'a problem, fix or improvement is linked'
        else 'nothing is linked'
    end as reason
from security_incident
cross join parameter
left join followed on followed.ticket_id = security_incident.ticket_id
where (lower(security_incident.risk_rating) like '%high%' or lower(security_incident.risk_rating) like '%critical%' or lower(security_incident.risk_rating) like '%severe%')
    and security_incident.closed_at >= parameter.period_from
    and security_incident.closed_at < parameter.period_to
    and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')
order by subject
