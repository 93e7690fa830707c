-- One row per month: median hours from asking to deciding.
select
    month.month as period,
    percentile_cont(0.5) within group (order by extract(epoch from approval.decided_at - approval.requested_at) / 3600) as value,
    cast(count(*) as integer) as n
from approval
inner join month
    on approval.decided_at >= month.from_at
    and approval.decided_at < month.to_at
where approval.type = 'service_request'
    and approval.decision in ('approved', 'rejected')
    and approval.requested_at <= approval.decided_at
group by month.month
order by period
