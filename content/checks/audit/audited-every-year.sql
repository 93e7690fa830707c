-- One row per complete month of the period, with the last internal audit before its end.
with

looked as (

    select
        month.month,
        month.to_at,
        max(audit.done_at) as done_at
    from month
    cross join parameter
    left join audit
        on audit.kind = 'internal'
        and audit.done_at < month.to_at
    where month.to_at <= parameter.data_until
    group by
        month.month,
        month.to_at

)

select
    looked.month as subject,
    case
        when looked.done_at >= looked.to_at - parameter.interval_days * interval '1 day' then 'met'
        else 'not met'
    end as answer,
    case
        when looked.done_at is null then 'no internal audit yet'
        else 'last internal audit ' || cast(floor(extract(epoch from looked.to_at - looked.done_at) / 86400) as integer) || ' days before'
    end as reason
from looked
cross join parameter
order by subject
