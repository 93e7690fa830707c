-- One row per month: changes neither carried out nor closed at its end; n is their number.
select
    backlog.month as period,
    backlog.open_count as value,
    backlog.open_count as n
from backlog
where backlog.type = 'change'
order by period
