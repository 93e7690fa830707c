-- One row per live service in scope, with the live items that support it.
with

supporting as (

    select
        ci.service_id,
        count(*) as item_count
    from ci
    where ci.service_id is not null
        and ci.ci_id <> ci.service_id
        and coalesce(ci.status, 'live') = 'live'
    group by ci.service_id

)

select
    service.service_id as subject,
    case when supporting.item_count > 0 then 'met' else 'not met' end as answer,
    coalesce(supporting.item_count, 0) || ' supporting items' as reason
from service
left join supporting on supporting.service_id = service.service_id
where service.status = 'live'
    and coalesce(service.is_in_scope, true)
order by subject
