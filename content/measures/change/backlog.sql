-- One row per month: changes neither carried out nor closed at its end; n is the number opened in it.
select
    backlog.month as period,
    backlog.open_count as value,
    backlog.opened_count as n
from backlog
where backlog.type = 'change'
order by period
