-- One row per month: external suppliers under contract, and those whose contract was reviewed in the interval before its end.
select
    month.month as period,
    cast(count(*) filter (
        where supplier.contract_reviewed_at >= month.to_at - parameter.review_interval_days * interval '1 day'
    ) as integer) as part,
    cast(count(*) as integer) as whole
from month
cross join parameter
cross join supplier
where supplier.kind = 'external'
    and (supplier.is_evergreen or supplier.contract_valid_until >= month.to_at)
    and month.from_at < parameter.data_until
group by month.month
order by period
