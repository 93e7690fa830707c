-- One row per month: incidents per 100 users of the services with a known number of users.
with

audience as (

    select cast(sum(service.user_count) as double precision) as users
    from service
    where service.user_count > 0

)

select
    incident.created_month as period,
    100 * count(*) / min(audience.users) as value,
    cast(count(*) as integer) as n
from incident
inner join service on service.service_id = incident.service_id
cross join audience
cross join parameter
where service.user_count > 0
    and incident.created_at >= parameter.period_from
    and incident.created_at < parameter.period_to
group by incident.created_month
order by period
