-- One row per major incident.
select
    ticket.ticket_id,
    ticket.type,
    ticket.service_id,
    ticket.ci_id,
    ticket.category,
    ticket.subcategory,
    ticket.priority,
    ticket.impact,
    ticket.urgency,
    ticket.risk_rating,
    ticket.state,
    ticket.is_finished,
    ticket.is_open,
    ticket.created_at,
    ticket.detected_at,
    ticket.first_response_at,
    ticket.first_assigned_at,
    ticket.resolved_at,
    ticket.closed_at,
    ticket.ended_at,
    ticket.due_response_at,
    ticket.due_resolve_at,
    ticket.created_month,
    ticket.resolved_month,
    ticket.closed_month,
    ticket.created_on,
    ticket.resolved_on,
    ticket.closed_on,
    ticket.requester_id,
    ticket.customer_id,
    ticket.channel,
    ticket.group_id,
    ticket.assignee_id,
    ticket.supplier_id,
    ticket.reassign_count,
    ticket.reopen_count,
    ticket.is_major,
    ticket.is_security,
    ticket.declared_at,
    ticket.major_incident_manager_id,
    ticket.resolution_code,
    ticket.root_cause_code,
    ticket.root_cause_at,
    ticket.has_closure_notes,
    ticket.is_known_error,
    ticket.workaround_at,
    ticket.knowledge_article_id,
    ticket.catalogue_item_id,
    ticket.problem_id,
    ticket.change_id,
    ticket.caused_by_change_id,
    ticket.parent_id,
    ticket.release_id,
    ticket.response_minutes,
    ticket.resolution_minutes,
    ticket.resolution_business_minutes,
    ticket.paused_minutes,
    ticket.paused_business_minutes,
    ticket.age_days,
    ticket.note_count,
    ticket.action_count,
    ticket.last_activity_at,
    ticket.escalated_at,
    ticket.management_notified_at,
    ticket.customer_notified_at,
    ticket.reviewed_at,
    ticket.edited_after_closed_count,
    ticket.longest_silence_days,
    coalesce(related.linked_problem_count, 0) as linked_problem_count
from ticket
left join (
    select
        named.ticket_id,
        cast(count(*) as integer) as linked_problem_count
    from (
        select side.ticket_id, side.other_id, other.type as other_type
        from (
            select from_id as ticket_id, to_id as other_id from canonical.link
            union
            select to_id as ticket_id, from_id as other_id from canonical.link
        ) as side
        inner join ticket as other on other.ticket_id = side.other_id
        union
        select own.ticket_id, own.problem_id as other_id, 'problem' as other_type
        from ticket as own
        where own.is_major and own.problem_id is not null
    ) as named
    where named.other_type = 'problem'
    group by named.ticket_id
) as related on related.ticket_id = ticket.ticket_id
where ticket.type = 'incident' and ticket.is_major
order by ticket.ticket_id
