-- One row per month: incidents open at its end.
select
    backlog.month as period,
    backlog.open_count as value,
    backlog.opened_count as n
from backlog
where backlog.type = 'incident'
order by period
