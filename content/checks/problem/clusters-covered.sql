-- One row per heap of incidents on one service, category and item.
with

placed as (

    select
        incident.service_id,
        incident.category,
        incident.ci_id,
        incident.problem_id,
        incident.created_at,
        lead(incident.created_at, parameter.cluster_size - 1) over (
            partition by incident.service_id, incident.category, incident.ci_id
            order by incident.created_at
        ) as last_at,
        parameter.cluster_days * interval '1 day' as reach
    from incident
    cross join parameter
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and incident.service_id is not null
        and incident.category is not null
        and incident.ci_id is not null

),

heap as (

    select
        placed.service_id,
        placed.category,
        placed.ci_id,
        count(*) as incident_count,
        min(placed.problem_id) as problem_id,
        min(case when placed.last_at <= placed.created_at + placed.reach then placed.created_at end) as began_at
    from placed
    group by
        placed.service_id,
        placed.category,
        placed.ci_id

),

covered as (

    select
        heap.service_id,
        heap.category,
        heap.ci_id,
        heap.incident_count,
        heap.problem_id,
        min(problem.ticket_id) as other_problem_id
    from heap
    cross join parameter
    left join problem
        on problem.ci_id = heap.ci_id
        and (problem.category is null or problem.category = heap.category)
        and problem.created_at < parameter.period_to
        and (problem.ended_at is null or problem.ended_at >= heap.began_at)
    where heap.began_at is not null
    group by
        heap.service_id,
        heap.category,
        heap.ci_id,
        heap.incident_count,
        heap.problem_id

)

select
    covered.service_id || ' / ' || covered.category || ' / ' || covered.ci_id as subject,
    case when coalesce(covered.problem_id, covered.other_problem_id) is null then 'not met' else 'met' end as answer,
    cast(covered.incident_count as varchar) || ' incidents, '
    || coalesce('covered by ' || coalesce(covered.problem_id, covered.other_problem_id), 'no problem') as reason
from covered
order by subject
