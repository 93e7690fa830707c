-- One row per complaint received in the period whose first answer is there or overdue.
with

received as (

    select
        complaint.ticket_id,
        complaint.created_at,
        coalesce(complaint.first_response_at, complaint.customer_notified_at) as answered_at,
        complaint.created_at + parameter.limit_days * interval '1 day' as limit_at,
        parameter.data_until
    from complaint
    cross join parameter
    where complaint.created_at >= parameter.period_from
        and complaint.created_at < parameter.period_to
        and complaint.is_void is not true

)

select
    received.ticket_id as subject,
    case
        when received.answered_at <= received.limit_at then 'met'
        else 'not met'
    end as answer,
    case
        when received.answered_at is null then 'no first answer recorded'
        else 'answered after ' || cast(cast(floor(extract(epoch from received.answered_at - received.created_at) / 3600) as integer) as varchar) || ' hours'
    end as reason
from received
where received.answered_at is not null
    or received.limit_at <= received.data_until
order by subject
