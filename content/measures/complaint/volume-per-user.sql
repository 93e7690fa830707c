-- One row per month: complaints per 1,000 users.
with

audience as (

    select cast(max(service.user_count) as double precision) as users
    from service
    where service.user_count > 0

)

select
    complaint.created_month as period,
    1000 * count(*) / min(audience.users) as value,
    cast(count(*) as integer) as n
from complaint
cross join audience
cross join parameter
where audience.users is not null
    and complaint.created_at >= parameter.period_from
    and complaint.created_at < parameter.period_to
group by complaint.created_month
order by period
