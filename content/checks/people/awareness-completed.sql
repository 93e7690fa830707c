-- One row per person to whom awareness of the service management system was assigned by the end of the period.
with

asked as (

    select
        least(parameter.period_to, parameter.data_until) as until_at,
        parameter.course_like
    from parameter

),

assigned as (

    select
        training_assignment.person_id,
        bool_or(coalesce(training_assignment.is_passed, false) and (training_assignment.completed_at is null or training_assignment.completed_at < asked.until_at)) as is_passed
    from training_assignment
    cross join asked
    where lower(training_assignment.module) like asked.course_like
        and training_assignment.due_at < asked.until_at
        and not coalesce(training_assignment.is_exempt, false)
    group by training_assignment.person_id

)

select
    assigned.person_id as subject,
    case when assigned.is_passed then 'met' else 'not met' end as answer,
    case when assigned.is_passed then 'awareness course passed' else 'awareness course not passed' end as reason
from assigned
order by subject
