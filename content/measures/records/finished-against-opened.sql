-- One row per month: tickets of all types ended for each ticket opened; n is the number opened.
select
    backlog.month as period,
    cast(sum(backlog.ended_count) as double precision) / sum(backlog.opened_count) as value,
    cast(sum(backlog.opened_count) as integer) as n
from backlog
group by backlog.month
having sum(backlog.opened_count) > 0
order by period
