-- One row per month: problems whose watching time ended in it, and those that came back.
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
    where problem.ended_at is not null
        and problem.is_void is not true
        and problem.ended_at + parameter.watching_days * interval '1 day' <= parameter.data_until

),

returned as (

    select solved.ticket_id
    from solved
    inner join incident
        on incident.problem_id = solved.ticket_id
        and incident.created_at > solved.ended_at
        and incident.created_at <= solved.watched_until
    union
    select solved.ticket_id
    from solved
    inner join incident
        on incident.ci_id = solved.ci_id
        and incident.category = solved.category
        and incident.created_at > solved.ended_at
        and incident.created_at <= solved.watched_until

)

select
    month.month as period,
    cast(count(returned.ticket_id) as integer) as part,
    cast(count(*) as integer) as whole
from solved
cross join parameter
inner join month
    on solved.watched_until >= month.from_at
    and solved.watched_until < month.to_at
left join returned on returned.ticket_id = solved.ticket_id
where solved.watched_until >= parameter.period_from
    and solved.watched_until < parameter.period_to
group by month.month
order by period
