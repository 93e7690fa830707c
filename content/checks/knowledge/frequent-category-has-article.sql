-- One row per category with many incidents closed in the period.
with

frequent as (

    select
        incident.category,
        count(*) as incidents,
        count(incident.knowledge_article_id) as with_article,
        min(parameter.smallest_count) as smallest_count
    from incident
    cross join parameter
    where incident.category is not null
        and incident.closed_at >= parameter.period_from
        and incident.closed_at < parameter.period_to
    group by incident.category

)

select
    frequent.category as subject,
    case
        when frequent.with_article > 0 then 'met'
        else 'not met'
    end as answer,
    cast(frequent.with_article as varchar) || ' of ' || cast(frequent.incidents as varchar) || ' incidents point to an article' as reason
from frequent
where frequent.incidents >= frequent.smallest_count
order by subject
