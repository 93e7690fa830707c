-- One row per month with a certification audit: audits held in it with a known result, and those without a major nonconformity.
select
    month.month as period,
    cast(count(*) filter (where audit.major_count = 0) as integer) as part,
    cast(count(*) as integer) as whole
from audit
inner join month
    on audit.done_at >= month.from_at
    and audit.done_at < month.to_at
where audit.kind in ('stage2', 'surveillance', 'recertification')
    and audit.major_count is not null
group by month.month
order by period
