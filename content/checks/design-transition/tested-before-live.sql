-- One row per design and transition record with a release deployed in the period.
with

routed as (

    select distinct
        change.design_record_id,
        change.release_id
    from change
    where change.design_record_id is not null
        and change.release_id is not null

),

judged as (

    select
        routed.design_record_id,
        count(*) as release_count,
        count(case when release.verified_result is not null and release.verified_at <= release.deployed_at then 1 end) as tested_count
    from routed
    cross join parameter
    inner join release on release.ticket_id = routed.release_id
    where release.deployed_at >= parameter.period_from
        and release.deployed_at < parameter.period_to
    group by routed.design_record_id

)

select
    judged.design_record_id as subject,
    case when judged.tested_count = judged.release_count then 'met' else 'not met' end as answer,
    'releases tested before deployment: ' || cast(judged.tested_count as varchar) || ' of ' || cast(judged.release_count as varchar) as reason
from judged
order by subject
