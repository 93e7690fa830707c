-- One row per month: items verified, and the accurate ones among them.
select
    month.month as period,
    cast(count(*) filter (where ci.verified_result = 'accurate') as integer) as part,
    cast(count(*) as integer) as whole
from ci
cross join parameter
inner join month
    on ci.verified_at >= month.from_at
    and ci.verified_at < month.to_at
where ci.verified_result is not null
    and ci.verified_at >= parameter.period_from
    and ci.verified_at < parameter.period_to
group by month.month
order by period
