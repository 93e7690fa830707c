-- One row per month: unplanned outage minutes summed over live services; n is the number of outages.
select
    service_month.month as period,
    sum(service_month.outage_minutes) as value,
    cast(sum(service_month.outage_count) as integer) as n
from service_month
group by service_month.month
order by period
