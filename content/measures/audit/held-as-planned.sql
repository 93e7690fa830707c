-- One row per month: internal audits planned in it whose days of grace are over or that were held, and those held in time.
select
    month.month as period,
    cast(count(*) filter (where audit.done_at <= audit.planned_at + parameter.days_of_grace * interval '1 day') as integer) as part,
    cast(count(*) as integer) as whole
from audit
cross join parameter
inner join month
    on audit.planned_at >= month.from_at
    and audit.planned_at < month.to_at
where audit.kind = 'internal'
    and (audit.done_at is not null or audit.planned_at + parameter.days_of_grace * interval '1 day' <= parameter.data_until)
group by month.month
order by period
