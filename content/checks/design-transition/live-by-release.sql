-- One row per design and transition record with a change whose work began in the period.
with

begun as (

    select
        change.design_record_id,
        bool_or(change.started_at >= parameter.period_from and change.started_at < parameter.period_to) as is_in_period,
        min(change.release_id) as release_id
    from change
    cross join parameter
    where change.design_record_id is not null
    group by change.design_record_id

)

select
    begun.design_record_id as subject,
    case when begun.release_id is null then 'not met' else 'met' end as answer,
    case when begun.release_id is null then 'no release linked' else 'deployed with ' || begun.release_id end as reason
from begun
where begun.is_in_period
order by subject
