-- One row per complaint of the period that was not solved by the normal route.
with

stepped as (

    select distinct event.ticket_id
    from event
    inner join complaint on complaint.ticket_id = event.ticket_id
    where event.state = 'escalated'

)

select
    complaint.ticket_id as subject,
    case
        when complaint.escalated_at is not null or stepped.ticket_id is not null then 'met'
        else 'not met'
    end as answer,
    case
        when complaint.reopen_count > 0 then 'opened again, '
        else 'open for ' || cast(cast(floor(complaint.age_days) as integer) as varchar) || ' days, '
    end
    || case
        when complaint.escalated_at is not null or stepped.ticket_id is not null then 'escalated'
        else 'not escalated'
    end as reason
from complaint
cross join parameter
left join stepped on stepped.ticket_id = complaint.ticket_id
where complaint.created_at >= parameter.period_from
    and complaint.created_at < parameter.period_to
    and (complaint.age_days > parameter.limit_days or complaint.reopen_count > 0)
    and complaint.is_void is not true
order by subject
