-- One row per problem ended in the period or open for long.
with

judged as (

    select
        problem.ticket_id,
        problem.root_cause_code,
        problem.root_cause_at,
        coalesce(problem.state = 'risk_accepted', false) and coalesce(problem.has_closure_notes, false) as is_explained
    from problem
    cross join parameter
    where problem.created_at < parameter.period_to
        and problem.is_void is not true
        and (
            (problem.ended_at >= parameter.period_from and problem.ended_at < parameter.period_to)
            or (problem.is_open and problem.created_at + parameter.open_days * interval '1 day' < parameter.data_until)
        )

)

select
    judged.ticket_id as subject,
    case when judged.root_cause_code is not null or judged.root_cause_at is not null or judged.is_explained then 'met' else 'not met' end as answer,
    case
        when judged.root_cause_code is not null then 'cause: ' || judged.root_cause_code
        when judged.root_cause_at is not null then 'cause recorded'
        when judged.is_explained then 'risk accepted with a note'
        else 'no cause recorded'
    end as reason
from judged
order by subject
