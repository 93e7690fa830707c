-- One row per live service in scope.
with

item as (

    select
        service.service_id,
        max(coalesce(ci.relation_count, 0)) as relation_count
    from service
    inner join ci on ci.ci_id = service.service_id
    group by service.service_id
    union all
    select
        service.service_id,
        max(coalesce(ci.relation_count, 0)) as relation_count
    from service
    inner join ci on ci.ci_id = service.name
    group by service.service_id
    union all
    select
        ci.service_id,
        max(coalesce(ci.relation_count, 0)) as relation_count
    from ci
    where lower(ci.ci_type) like '%service%'
        and ci.service_id is not null
    group by ci.service_id

),

counted as (

    select
        item.service_id,
        max(item.relation_count) as relation_count
    from item
    group by item.service_id

)

select
    service.service_id as subject,
    case when counted.relation_count > 0 then 'met' else 'not met' end as answer,
    case
        when counted.service_id is null then 'no such item'
        when counted.relation_count = 0 then 'item without relations'
        else 'relations: ' || cast(counted.relation_count as varchar)
    end as reason
from service
left join counted on counted.service_id = service.service_id
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
order by subject
