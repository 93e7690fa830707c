-- One row per incident or service request closed in the period.
with

correction as (

    select
        event.ticket_id,
        event.happened_at
    from event
    where event.kind = 'field'
        and lower(event.field) like '%service%'

),

late as (

    select
        ticket.ticket_id,
        count(*) as times
    from correction
    inner join ticket on ticket.ticket_id = correction.ticket_id
    where correction.happened_at > ticket.closed_at
    group by ticket.ticket_id

)

select
    ticket.ticket_id as subject,
    case
        when ticket.service_id is null then 'not met'
        when late.times > 0 then 'not met'
        else 'met'
    end as answer,
    case
        when ticket.service_id is null then 'no service'
        when late.times > 0 then 'service changed after closure'
        else 'service not changed after closure'
    end as reason
from ticket
cross join parameter
left join late on late.ticket_id = ticket.ticket_id
where ticket.type in ('incident', 'service_request')
    and ticket.closed_at >= parameter.period_from
    and ticket.closed_at < parameter.period_to
order by subject
