-- One row per month: courses that were due in it, and those passed by its end.
select
    month.month as period,
    cast(count(*) filter (
        where training_assignment.is_passed
            and training_assignment.completed_at < month.to_at
    ) as integer) as part,
    cast(count(*) as integer) as whole
from training_assignment
cross join parameter
inner join month
    on training_assignment.due_at >= month.from_at
    and training_assignment.due_at < month.to_at
where training_assignment.due_at <= parameter.data_until
    and not coalesce(training_assignment.is_exempt, false)
group by month.month
order by period
