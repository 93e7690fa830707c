-- One row per problem resolved in the period whose watching time is over.
with

solved as (

    select
        problem.ticket_id,
        problem.ci_id,
        problem.category,
        problem.ended_at,
        problem.ended_at + parameter.watching_days * interval '1 day' as watched_until
    from problem
    cross join parameter
    where problem.ended_at >= parameter.period_from
        and problem.ended_at < parameter.period_to
        and problem.ended_at + parameter.watching_days * interval '1 day' <= parameter.data_until
        and problem.is_void is not true

),

returned as (

    select
        solved.ticket_id,
        incident.ticket_id as incident_id
    from solved
    inner join incident
        on incident.problem_id = solved.ticket_id
        and incident.created_at > solved.ended_at
        and incident.created_at <= solved.watched_until
    union
    select
        solved.ticket_id,
        incident.ticket_id as incident_id
    from solved
    inner join incident
        on incident.ci_id = solved.ci_id
        and incident.category = solved.category
        and incident.created_at > solved.ended_at
        and incident.created_at <= solved.watched_until

),

counted as (

    select
        returned.ticket_id,
        count(*) as incident_count
    from returned
    group by returned.ticket_id

)

select
    solved.ticket_id as subject,
    case when counted.incident_count is null then 'met' else 'not met' end as answer,
    case
        when counted.incident_count is null then 'no incident came back'
        else 'incidents after the solution: ' || cast(counted.incident_count as varchar)
    end as reason
from solved
left join counted on counted.ticket_id = solved.ticket_id
order by subject
