-- One row per problem finished in the period whose history the source recorded.
select
    path.ticket_id as subject,
    case
        when path.has_wrong_start or path.has_wrong_end or path.wrong_step_count > 0 then 'not met'
        else 'met'
    end as answer,
    substr(
        case when path.has_wrong_start then '; began as ' || replace(path.first_state, '_', ' ') else '' end
        || case when path.has_wrong_end then '; ended as ' || replace(path.last_state, '_', ' ') else '' end
        || '; ' || path.wrong_step_count || ' of ' || path.step_count || ' steps not allowed',
        3
    ) as reason
from path
cross join parameter
inner join ticket on ticket.ticket_id = path.ticket_id
where path.type = 'problem'
    and path.is_finished
    and ticket.ended_at >= parameter.period_from
    and ticket.ended_at < parameter.period_to
order by subject
