-- One row per month: releases deployed with a type, and the emergency releases among them.
select
    month.month as period,
    cast(count(*) filter (where lower(release.release_type) = 'emergency') as integer) as part,
    cast(count(*) as integer) as whole
from release
cross join parameter
inner join month
    on release.deployed_at >= month.from_at
    and release.deployed_at < month.to_at
where release.release_type is not null
    and release.deployed_at >= parameter.period_from
    and release.deployed_at < parameter.period_to
group by month.month
order by period
