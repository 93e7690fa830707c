-- One row per ticket type and complete month, with the three months that end in it.
with

rolling as (

    select
        backlog.type,
        backlog.month,
        month.to_at,
        sum(backlog.opened_count) over last_three as opened,
        sum(backlog.ended_count) over last_three as ended,
        count(*) over last_three as months
    from backlog
    inner join month on month.month = backlog.month
    where backlog.type in ('incident', 'service_request')
    window last_three as (partition by backlog.type order by backlog.month rows between 2 preceding and current row)

)

select
    replace(rolling.type, '_', ' ') || ' / ' || rolling.month as subject,
    case
        when rolling.opened - rolling.ended <= rolling.opened * parameter.tolerated_growth then 'met'
        else 'not met'
    end as answer,
    cast(cast(rolling.opened as integer) as varchar) || ' opened, ' || cast(cast(rolling.ended as integer) as varchar) || ' ended in three months' as reason
from rolling
cross join parameter
where rolling.months = 3
    and rolling.to_at <= parameter.data_until
order by subject
