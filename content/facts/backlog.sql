-- One row per month of the period and type that has tickets: what came, what went, and what is open at its end.
with

flow as (

    select
        ticket.type,
        ticket.created_month as month,
        1 as opened,
        0 as ended,
        case when ticket.is_finished and ticket.ended_at is null then 0 else 1 end as added
    from ticket
    where ticket.created_month is not null
    union all
    select
        ticket.type,
        ticket.resolved_month as month,
        0 as opened,
        1 as ended,
        -1 as added
    from ticket
    where ticket.created_month is not null
        and ticket.resolved_month is not null

),

monthly as (

    select
        flow.type,
        flow.month,
        sum(flow.opened) as opened,
        sum(flow.ended) as ended,
        sum(flow.added) as added
    from flow
    group by
        flow.type,
        flow.month

),

before as (

    select
        monthly.type,
        sum(case when monthly.month < first.month then monthly.added else 0 end) as open_count
    from monthly
    cross join (select min(month.month) as month from month) as first
    group by monthly.type

)

select
    month.month,
    before.type,
    cast(coalesce(monthly.opened, 0) as integer) as opened_count,
    cast(coalesce(monthly.ended, 0) as integer) as ended_count,
    cast(
        before.open_count + sum(coalesce(monthly.added, 0)) over (partition by before.type order by month.month) as integer
    ) as open_count
from month
cross join parameter
cross join before
left join monthly
    on monthly.type = before.type
    and monthly.month = month.month
where month.from_at < parameter.data_until
order by
    month.month,
    before.type
