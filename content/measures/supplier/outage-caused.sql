-- One row per month: minutes of unplanned outage put down to a supplier, cut to the month; n is the number of outages.
select
    month.month as period,
    sum(
        case
            when outage.outage_id is null then 0
            else extract(epoch from (least(coalesce(outage.end_at, parameter.data_until), month.to_at)) - (greatest(outage.start_at, month.from_at))) / 60
                * coalesce(outage.partial_factor, 1)
        end
    ) as value,
    cast(count(outage.outage_id) as integer) as n
from month
cross join parameter
left join outage
    on outage.supplier_id is not null
    and not coalesce(outage.is_planned, false)
    and outage.start_at < month.to_at
    and coalesce(outage.end_at, parameter.data_until) > month.from_at
where month.from_at < parameter.data_until
group by month.month
order by period
