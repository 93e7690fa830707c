-- One row per month: problems open at its end; n is their number.
select
    backlog.month as period,
    backlog.open_count as value,
    backlog.open_count as n
from backlog
where backlog.type = 'problem'
order by period
