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
        incident.service_id is not null and incident.category is not null and incident.ci_id is not null as is_placed,
        parameter.cluster_days * interval '1 day' as reach
    from incident
    cross join parameter
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to

),

reached as (

    select
        placed.created_month,
        placed.created_at,
        placed.is_placed,
        max(case when placed.last_at <= placed.created_at + placed.reach then placed.last_at end) over (
            partition by placed.service_id, placed.category, placed.ci_id
            order by placed.created_at, placed.ticket_id
            rows between unbounded preceding and current row
        ) as heap_until
    from placed

)

select
    reached.created_month as period,
    cast(count(*) filter (where reached.is_placed and reached.heap_until >= reached.created_at) as integer) as part,
    cast(count(*) as integer) as whole
from reached
group by reached.created_month
order by period
