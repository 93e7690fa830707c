-- One row per month: deployments per week.
select
    month.month as period,
    count(*) / (cast(extract(epoch from month.to_at - month.from_at) as double precision) / 604800) as value,
    cast(count(*) as integer) as n
from deployment
cross join parameter
inner join month
    on deployment.deployed_at >= month.from_at
    and deployment.deployed_at < month.to_at
where deployment.deployed_at >= parameter.period_from
    and deployment.deployed_at < parameter.period_to
group by
    month.month,
    month.from_at,
    month.to_at
order by period
