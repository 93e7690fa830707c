-- One row per month: percentage of the open time of requests that passed in waiting for approval.
with

spent as (

    select
        state_interval.ticket_id,
        sum(case when state_interval.state = 'awaiting_approval' then state_interval.minutes else 0 end) as approval_minutes,
        sum(state_interval.minutes) as open_minutes
    from state_interval
    where state_interval.type = 'service_request'
        and state_interval.clock <> 'stopped'
    group by state_interval.ticket_id

)

select
    service_request.resolved_month as period,
    100 * sum(spent.approval_minutes) / sum(spent.open_minutes) as value,
    cast(count(*) as integer) as n
from service_request
inner join spent on spent.ticket_id = service_request.ticket_id
cross join parameter
where service_request.ended_at >= parameter.period_from
    and service_request.ended_at < parameter.period_to
    and spent.open_minutes > 0
    and exists (
        select 1
        from state_interval
        where state_interval.type = 'service_request'
            and state_interval.state = 'awaiting_approval'
    )
group by service_request.resolved_month
order by period
