-- One row per month: availability of the live service that was down longest for its agreed time; n is the number of services.
select
    service_month.month as period,
    min((service_month.agreed_minutes - service_month.outage_minutes) / service_month.agreed_minutes) as value,
    cast(count(*) as integer) as n
from service_month
where service_month.agreed_minutes > 0
group by service_month.month
order by period
