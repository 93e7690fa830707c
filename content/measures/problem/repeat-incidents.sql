-- One row per month: incidents opened, and those that belong to a heap.
with

placed as (

    select
        incident.ticket_id,
        incident.created_month,
        incident.service_id,
        incident.category,
        incident.ci_id,
        incident.created_at,
        lead(incident.created_at, parameter.cluster_size - 1) over (
            partition by incident.service_id, incident.category, incident.ci_id
            order by incident.created_at, incident.ticket_id
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

reached as (

    select
        placed.created_month,
        placed.created_at,
        max(case when placed.last_at <= placed.created_at + placed.reach then placed.last_at end) over (
            partition by placed.service_id, placed.category, placed.ci_id
            order by placed.created_at, placed.ticket_id
            rows between unbounded preceding and current row
        ) as heap_until
    from placed

),

heaped as (

    select
        reached.created_month,
        count(*) as incident_count
    from reached
    where reached.heap_until >= reached.created_at
    group by reached.created_month

),

opened as (

    select
        incident.created_month,
        count(*) as incident_count
    from incident
    cross join parameter
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
    group by incident.created_month

)

select
    opened.created_month as period,
    cast(coalesce(heaped.incident_count, 0) as integer) as part,
    cast(opened.incident_count as integer) as whole
from opened
left join heaped on heaped.created_month = opened.created_month
order by period
