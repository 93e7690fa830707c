-- One row per month with an outage: service hours in operation for each unplanned outage; n is the number of outages.
select
    service_month.month as period,
    sum(service_month.agreed_minutes - service_month.outage_minutes) / 60 / sum(service_month.outage_count) as value,
    cast(sum(service_month.outage_count) as integer) as n
from service_month
group by service_month.month
having sum(service_month.outage_count) > 0
order by period
