-- One row per open known error, as a record of its own or as a marked problem.
select
    ticket.ticket_id as subject,
    case
        when ticket.workaround_at is not null or ticket.state = 'risk_accepted' or ticket.has_closure_notes then 'met'
        else 'not met'
    end as answer,
    case
        when ticket.workaround_at is not null then 'workaround recorded'
        when ticket.state = 'risk_accepted' then 'risk accepted'
        when ticket.has_closure_notes then 'note recorded'
        else 'neither workaround nor reason'
    end as reason
from ticket
cross join parameter
left join problem on problem.ticket_id = ticket.ticket_id
where ticket.is_open
    and ticket.created_at < parameter.period_to
    and (
        ticket.type = 'known_error'
        or (
            ticket.type = 'problem'
            and (ticket.is_known_error or problem.known_error_at is not null)
            and coalesce(problem.linked_known_error_count, 0) = 0
        )
    )
order by subject
