-- One row per serious alert opened in the period.
with

related as (

    select link.from_id as ticket_id
    from link
    inner join incident on incident.ticket_id = link.to_id
    union
    select link.to_id as ticket_id
    from link
    inner join incident on incident.ticket_id = link.from_id
    union
    select incident.parent_id as ticket_id
    from incident
    where incident.parent_id is not null

)

select
    ticket.ticket_id as subject,
    case
        when related.ticket_id is not null or parent.ticket_id is not null then 'met'
        else 'not met'
    end as answer,
    case
        when related.ticket_id is not null or parent.ticket_id is not null then 'an incident is linked'
        else 'no incident is linked'
    end as reason
from ticket
cross join parameter
left join related on related.ticket_id = ticket.ticket_id
left join incident as parent on parent.ticket_id = ticket.parent_id
where ticket.type = 'event'
    and ticket.priority <= parameter.least_priority
    and ticket.created_at >= parameter.period_from
    and ticket.created_at < parameter.period_to
order by subject
