-- One row per month: incidents before minus incidents after, summed over solved problems.
with

solved as (

    select
        problem.ticket_id,
        problem.ci_id,
        problem.category,
        problem.ended_at,
        problem.ended_at - parameter.watching_days * interval '1 day' as watched_from,
        problem.ended_at + parameter.watching_days * interval '1 day' as watched_until
    from problem
    cross join parameter
    where problem.ci_id is not null
        and problem.category is not null
        and problem.ended_at is not null
        and problem.is_void is not true
        and problem.ended_at + parameter.watching_days * interval '1 day' <= parameter.data_until

),

counted as (

    select
        solved.ticket_id,
        solved.watched_until,
        count(case when incident.created_at <= solved.ended_at then 1 end) as before_count,
        count(case when incident.created_at > solved.ended_at then 1 end) as after_count
    from solved
    left join incident
        on incident.ci_id = solved.ci_id
        and incident.category = solved.category
        and incident.created_at > solved.watched_from
        and incident.created_at <= solved.watched_until
    group by
        solved.ticket_id,
        solved.watched_until

)

select
    month.month as period,
    cast(sum(greatest(0, counted.before_count - counted.after_count)) as integer) as value,
    cast(count(*) as integer) as n
from counted
cross join parameter
inner join month
    on counted.watched_until >= month.from_at
    and counted.watched_until < month.to_at
where counted.watched_until >= parameter.period_from
    and counted.watched_until < parameter.period_to
group by month.month
order by period
