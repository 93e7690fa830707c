-- One row per course assigned to a person that was due in the period.
select
    training_assignment.person_id || ' / ' || training_assignment.module as subject,
    case
        when training_assignment.is_passed and training_assignment.completed_at <= training_assignment.due_at then 'met'
        when training_assignment.is_passed and training_assignment.completed_at is null then 'unknown'
        else 'not met'
    end as answer,
    case
        when training_assignment.is_passed and training_assignment.completed_at is null then 'passed, time not known'
        when training_assignment.is_passed and training_assignment.completed_at <= training_assignment.due_at then 'passed in time'
        when training_assignment.is_passed then 'passed ' || cast(ceil(extract(epoch from training_assignment.completed_at - training_assignment.due_at) / 86400) as integer) || ' days late'
        when training_assignment.completed_at is not null then 'completed without passing'
        else 'not completed'
    end as reason
from training_assignment
cross join parameter
where training_assignment.due_at >= parameter.period_from
    and training_assignment.due_at < parameter.period_to
    and training_assignment.due_at <= parameter.data_until
    and not coalesce(training_assignment.is_exempt, false)
order by subject
