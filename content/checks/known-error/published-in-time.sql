-- One row per known error record opened in the period whose problem has a cause with a time.
with

belonging as (

    select
        known_error.ticket_id,
        known_error.problem_id
    from known_error
    where known_error.problem_id is not null
    union
    select
        link.from_id as ticket_id,
        link.to_id as problem_id
    from link
    union
    select
        link.to_id as ticket_id,
        link.from_id as problem_id
    from link

),

caused as (

    select
        belonging.ticket_id,
        min(problem.root_cause_at) as cause_at
    from belonging
    inner join problem on problem.ticket_id = belonging.problem_id
    where problem.root_cause_at is not null
    group by belonging.ticket_id

),

published as (

    select
        state_interval.ticket_id,
        min(state_interval.from_at) as published_at
    from state_interval
    where state_interval.type = 'known_error'
        and state_interval.state in ('published', 'workaround_updated')
    group by state_interval.ticket_id

),

judged as (

    select
        known_error.ticket_id,
        published.published_at,
        caused.cause_at
        + cast(
            parameter.working_days
            + 2 * floor((least(extract(isodow from caused.cause_at), 5) - 1 + parameter.working_days) / 5)
            - case when extract(isodow from caused.cause_at) = 7 then 1 else 0 end as integer
        ) * interval '1 day' as due_at,
        parameter.data_until
    from known_error
    cross join parameter
    inner join caused on caused.ticket_id = known_error.ticket_id
    left join published on published.ticket_id = known_error.ticket_id
    where known_error.created_at >= parameter.period_from
        and known_error.created_at < parameter.period_to

)

select
    judged.ticket_id as subject,
    case
        when judged.published_at <= judged.due_at then 'met'
        when judged.published_at is null and judged.due_at > judged.data_until then 'not applicable'
        else 'not met'
    end as answer,
    case
        when judged.published_at <= judged.due_at then 'published in time'
        when judged.published_at is not null then 'published too late'
        when judged.due_at > judged.data_until then 'still in time'
        else 'not published'
    end as reason
from judged
order by subject
