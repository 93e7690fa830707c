-- One row per month: median hours to containment.
with

contained as (

    select
        event.ticket_id,
        min(event.happened_at) as contained_at
    from event
    where event.state = 'contained'
    group by event.ticket_id

)

select
    month.month as period,
    percentile_cont(0.5) within group (order by extract(epoch from contained.contained_at - coalesce(security_incident.detected_at, security_incident.created_at)) / 3600) as value,
    cast(count(*) as integer) as n
from contained
inner join security_incident on security_incident.ticket_id = contained.ticket_id
inner join month
    on contained.contained_at >= month.from_at
    and contained.contained_at < month.to_at
group by month.month
order by period
