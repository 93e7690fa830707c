-- One row per change, release, problem or known error closed in the period.
select
    ticket.ticket_id as subject,
    case when ticket.edited_after_closed_count > 0 then 'not met' else 'met' end as answer,
    case
        when ticket.edited_after_closed_count > 0 then 'edits after closing: ' || cast(ticket.edited_after_closed_count as varchar)
        else 'not edited after closing'
    end as reason
from ticket
cross join parameter
where ticket.type in ('change', 'release', 'problem', 'known_error')
    and ticket.closed_at >= parameter.period_from
    and ticket.closed_at < parameter.period_to
order by subject
