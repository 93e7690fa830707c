-- One row per month: external suppliers, and those whose contract reaches beyond its end.
select
    month.month as period,
    cast(count(*) filter (
        where supplier.is_evergreen
            or supplier.contract_valid_until >= month.to_at
    ) as integer) as part,
    cast(count(*) as integer) as whole
from month
cross join parameter
cross join supplier
where supplier.kind = 'external'
    and month.from_at < parameter.data_until
group by month.month
order by period
