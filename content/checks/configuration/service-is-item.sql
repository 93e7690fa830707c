-- One row per live service of the catalogue.
with

item as (

    select
        service.service_id,
        max(coalesce(ci.relation_count, 0)) as relation_count
    from service
    inner join ci on ci.ci_id in (service.service_id, service.name)
    group by service.service_id

)

select
    service.service_id as subject,
    case when item.relation_count > 0 then 'met' else 'not met' end as answer,
    case
        when item.service_id is null then 'no configuration item'
        when item.relation_count > 0 then item.relation_count || ' relations'
        else 'configuration item without a relation'
    end as reason
from service
left join item on item.service_id = service.service_id
where service.status = 'live'
order by subject
