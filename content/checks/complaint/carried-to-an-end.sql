-- One row per complaint received in the period that has ended or should have.
with

received as (

    select
        complaint.ticket_id,
        complaint.ended_at,
        complaint.age_days,
        complaint.created_at + parameter.limit_days * interval '1 day' as limit_at,
        parameter.data_until
    from complaint
    cross join parameter
    where complaint.created_at >= parameter.period_from
        and complaint.created_at < parameter.period_to
        and complaint.is_void is not true
        and (complaint.ended_at is not null or complaint.is_open)

)

select
    received.ticket_id as subject,
    case
        when received.ended_at <= received.limit_at then 'met'
        else 'not met'
    end as answer,
    case
        when received.ended_at is null then 'open for '
        else 'ended after '
    end || cast(cast(floor(received.age_days) as integer) as varchar) || ' days' as reason
from received
where received.ended_at is not null
    or received.limit_at <= received.data_until
order by subject
