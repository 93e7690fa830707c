-- One row per month: incidents that look like an open known error, and those linked to it.
with

known as (

    select
        ticket.ticket_id,
        ticket.problem_id,
        ticket.ci_id,
        ticket.category,
        ticket.knowledge_article_id,
        ticket.created_at,
        ticket.ended_at
    from ticket
    where ticket.ci_id is not null
        and ticket.category is not null
        and (ticket.type = 'known_error' or (ticket.type = 'problem' and ticket.is_known_error))

),

matching as (

    select
        incident.ticket_id,
        incident.created_month,
        known.ticket_id as known_id,
        coalesce(
            incident.problem_id = known.ticket_id
            or incident.problem_id = known.problem_id
            or incident.knowledge_article_id = known.knowledge_article_id,
            false
        ) as is_named
    from incident
    cross join parameter
    inner join known
        on known.ci_id = incident.ci_id
        and known.category = incident.category
        and known.created_at <= incident.created_at
        and (known.ended_at is null or known.ended_at > incident.created_at)
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to

),

side as (

    select
        link.from_id as ticket_id,
        link.to_id as known_id
    from link
    union
    select
        link.to_id as ticket_id,
        link.from_id as known_id
    from link

),

judged as (

    select
        matching.ticket_id,
        matching.created_month,
        bool_or(matching.is_named or side.known_id is not null) as is_linked
    from matching
    left join side
        on side.ticket_id = matching.ticket_id
        and side.known_id = matching.known_id
    group by
        matching.ticket_id,
        matching.created_month

)

select
    judged.created_month as period,
    cast(count(*) filter (where judged.is_linked) as integer) as part,
    cast(count(*) as integer) as whole
from judged
group by judged.created_month
order by period
