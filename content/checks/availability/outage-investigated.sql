-- One row per unplanned outage of a service in scope that began in the period and is over for long enough.
with

problem_link as (

    select link.from_id as ticket_id
    from link
    inner join ticket as other on other.ticket_id = link.to_id
    where other.type = 'problem'
        or link.kind = 'reviewed_in'
    union
    select link.to_id as ticket_id
    from link
    inner join ticket as other on other.ticket_id = link.from_id
    where other.type = 'problem'
        or link.kind = 'reviewed_in'

),

traced as (

    select
        ticket.ticket_id,
        ticket.type = 'problem' or ticket.problem_id is not null or problem_link.ticket_id is not null as has_problem,
        ticket.reviewed_at is not null as is_reviewed
    from ticket
    left join problem_link on problem_link.ticket_id = ticket.ticket_id

)

select
    outage.outage_id as subject,
    case when traced.has_problem or traced.is_reviewed then 'met' else 'not met' end as answer,
    case
        when traced.has_problem then 'problem or review linked'
        when traced.is_reviewed then 'reviewed'
        when outage.ticket_id is null then 'no ticket'
        when traced.ticket_id is null then 'ticket not in the data'
        else 'neither problem nor review'
    end as reason
from outage
cross join parameter
left join service on service.service_id = outage.service_id
left join traced on traced.ticket_id = outage.ticket_id
where not coalesce(outage.is_planned, false)
    and coalesce(service.is_in_scope, true)
    and outage.start_at >= parameter.period_from
    and outage.start_at < parameter.period_to
    and outage.end_at + parameter.days_to_react * interval '1 day' <= parameter.data_until
    and outage.end_at - outage.start_at >= parameter.shortest_minutes * interval '1 minute'
order by subject
