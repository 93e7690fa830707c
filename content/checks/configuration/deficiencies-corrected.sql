-- One row per item found deficient in the period.
with

deficient as (

    select
        ci.ci_id,
        ci.verified_at,
        ci.updated_at,
        ci.verified_at + parameter.correction_days * interval '1 day' as due_at
    from ci
    cross join parameter
    where ci.verified_result = 'deficient'
        and ci.verified_at >= parameter.period_from
        and ci.verified_at < parameter.period_to
        and ci.verified_at + parameter.correction_days * interval '1 day' <= parameter.data_until

),

corrected as (

    select
        deficient.ci_id,
        min(ci_change.changed_at) as changed_at
    from deficient
    inner join ci_change
        on ci_change.ci_id = deficient.ci_id
        and ci_change.changed_at > deficient.verified_at
    group by deficient.ci_id

)

select
    deficient.ci_id as subject,
    case
        when corrected.changed_at <= deficient.due_at then 'met'
        when deficient.updated_at > deficient.verified_at and deficient.updated_at <= deficient.due_at then 'met'
        when deficient.updated_at > deficient.due_at and corrected.changed_at is null then 'unknown'
        else 'not met'
    end as answer,
    case
        when corrected.changed_at <= deficient.due_at then 'corrected in time'
        when deficient.updated_at > deficient.verified_at and deficient.updated_at <= deficient.due_at then 'corrected in time'
        when deficient.updated_at > deficient.due_at and corrected.changed_at is null then 'updated since, the first time is not known'
        when corrected.changed_at is not null then 'corrected too late'
        else 'not corrected'
    end as reason
from deficient
left join corrected on corrected.ci_id = deficient.ci_id
order by subject
