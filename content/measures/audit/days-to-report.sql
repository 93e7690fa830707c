-- One row per month: median days from an internal audit to its report, for the audits reported.
select
    month.month as period,
    percentile_cont(0.5) within group (order by extract(epoch from audit.reported_at - audit.done_at) / 86400) as value,
    cast(count(*) as integer) as n
from audit
inner join month
    on audit.done_at >= month.from_at
    and audit.done_at < month.to_at
where audit.kind = 'internal'
    and audit.reported_at >= audit.done_at
group by month.month
order by period
