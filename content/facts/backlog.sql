-- One row per month and ticket type: what came, what went, and what is open at the end of the month.
with

flow as (

    select ticket.type, ticket.created_month as month, 1 as opened, 0 as ended from ticket where ticket.created_month is not null
    union all
    select ticket.type, ticket.resolved_month as month, 0 as opened, 1 as ended from ticket where ticket.resolved_month is not null

),

monthly as (

    select
        flow.type,
        flow.month,
        sum(flow.opened) as opened,
        sum(flow.ended) as ended
    from flow
    group by
        flow.type,
        flow.month

),

running as (

    select
        monthly.type,
        monthly.month,
        monthly.opened,
        monthly.ended,
        sum(monthly.opened - monthly.ended) over (partition by monthly.type order by monthly.month) as open_count
    from monthly

)

select
    month.month,
    running.type,
    cast(running.opened as integer) as opened_count,
    cast(running.ended as integer) as ended_count,
    cast(running.open_count as integer) as open_count
from month
inner join running on running.month = month.month
