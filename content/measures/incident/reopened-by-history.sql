-- One row per month: incidents closed, and those reopened by the steps in their history.
with

back as (

    select distinct event.ticket_id
    from event
    where event.kind = 'reopen'
        or (
            event.prior_state in ('resolved', 'closed')
            and event.state not in ('resolved', 'closed', 'cancelled', 'merged')
        )

)

select
    incident.closed_month as period,
    cast(count(back.ticket_id) as integer) as part,
    cast(count(*) as integer) as whole
from incident
left join back on back.ticket_id = incident.ticket_id
cross join parameter
where incident.closed_at >= parameter.period_from
    and incident.closed_at < parameter.period_to
group by incident.closed_month
order by period
