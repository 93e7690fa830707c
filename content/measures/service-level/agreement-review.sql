-- One row per month: service level agreements in force at its end, and those reviewed or agreed in the interval before.
select
    month.month as period,
    cast(count(*) filter (
        where coalesce(agreement.reviewed_at, agreement.agreed_at) >= month.to_at - parameter.review_interval_days * interval '1 day'
    ) as integer) as part,
    cast(count(*) as integer) as whole
from month
cross join parameter
inner join agreement
    on agreement.kind = 'sla'
    and agreement.agreed_at < month.to_at
    and (agreement.valid_to is null or agreement.valid_to >= month.to_at)
where month.from_at < parameter.data_until
group by month.month
order by period
