-- One row per catalogue item with enough requests closed in the period.
with

item as (

    select
        service_request.catalogue_item_id,
        count(*) as requests,
        count(service_request.knowledge_article_id) as with_article,
        min(parameter.smallest_count) as smallest_count
    from service_request
    cross join parameter
    where service_request.catalogue_item_id is not null
        and service_request.closed_at >= parameter.period_from
        and service_request.closed_at < parameter.period_to
    group by service_request.catalogue_item_id

)

select
    item.catalogue_item_id as subject,
    case
        when item.with_article > 0 then 'met'
        else 'not met'
    end as answer,
    cast(item.with_article as varchar) || ' of ' || cast(item.requests as varchar) || ' requests point to an article' as reason
from item
where item.requests >= item.smallest_count
order by subject
