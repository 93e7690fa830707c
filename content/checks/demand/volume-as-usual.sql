-- One row per service and complete month that has three months before it.
with

monthly as (

    select
        ticket.service_id,
        ticket.created_month as month,
        count(*) as opened
    from ticket
    where ticket.type in ('incident', 'service_request')
        and ticket.service_id is not null
        and ticket.created_month is not null
    group by
        ticket.service_id,
        ticket.created_month

),

served as (

    select
        monthly.service_id,
        min(monthly.month) as first_month
    from monthly
    group by monthly.service_id

),

series as (

    select
        served.service_id,
        month.month,
        month.to_at,
        coalesce(monthly.opened, 0) as opened,
        avg(coalesce(monthly.opened, 0)) over before as usual,
        count(*) over before as months_before
    from served
    inner join month on month.month >= served.first_month
    left join monthly
        on monthly.service_id = served.service_id
        and monthly.month = month.month
    window before as (partition by served.service_id order by month.month rows between 3 preceding and 1 preceding)

)

select
    series.service_id || ' / ' || series.month as subject,
    case
        when series.opened <= parameter.tolerated_rise * series.usual then 'met'
        else 'not met'
    end as answer,
    series.opened || ' opened, ' || cast(round(series.usual) as integer) || ' a month before' as reason
from series
cross join parameter
where series.months_before = 3
    and series.usual >= parameter.smallest_volume
    and series.to_at <= parameter.data_until
order by subject
