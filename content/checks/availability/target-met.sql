-- One row per service with a target and month of the period.
select
    service_month.service_id || ' / ' || service_month.month as subject,
    case
        when service_month.outage_minutes <= (1 - service_month.availability_target) * service_month.agreed_minutes then 'met'
        else 'not met'
    end as answer,
    cast(round(service_month.outage_minutes) as integer) || ' minutes lost, '
    || cast(round((1 - service_month.availability_target) * service_month.agreed_minutes) as integer) || ' allowed' as reason
from service_month
where service_month.availability_target is not null
    and service_month.agreed_minutes > 0
order by subject
