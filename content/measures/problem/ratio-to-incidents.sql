-- One row per month: problems for each thousand incidents.
with

opened as (

    select
        ticket.created_month,
        count(*) filter (where ticket.type = 'problem') as problem_count,
        count(*) filter (where ticket.type = 'incident') as incident_count
    from ticket
    cross join parameter
    where ticket.type in ('problem', 'incident')
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to
    group by ticket.created_month

)

select
    opened.created_month as period,
    1000 * cast(opened.problem_count as double precision) / opened.incident_count as value,
    cast(opened.incident_count as integer) as n
from opened
where opened.incident_count > 0
order by period
