-- One row per month: median minutes from declaration to the first message to customers.
select
    month.month as period,
    percentile_cont(0.5) within group (order by greatest(0, extract(epoch from major_incident.customer_notified_at - major_incident.declared_at) / 60)) as value,
    cast(count(*) as integer) as n
from major_incident
inner join month
    on major_incident.declared_at >= month.from_at
    and major_incident.declared_at < month.to_at
where major_incident.customer_notified_at is not null
group by month.month
order by period
