-- One row per ticket, of every type, with what its history and the calendar add.
with

base as (

    select
        ticket.*,
        coalesce(ticket.resolved_at, ticket.closed_at) as ended_at
    from canonical.ticket

)

select
    base.ticket_id,
    base.type,
    base.service_id,
    base.ci_id,
    base.category,
    base.subcategory,
    base.priority,
    base.impact,
    base.urgency,
    base.risk_rating,
    base.state,
    base.is_finished,
    base.ended_at is null and not base.is_finished as is_open,
    coalesce(base.state, '') in ('cancelled', 'merged') as is_void,
    base.created_at,
    base.detected_at,
    base.first_response_at,
    base.first_assigned_at,
    base.resolved_at,
    base.closed_at,
    base.ended_at,
    base.due_response_at,
    base.due_resolve_at,
    substr(cast(base.created_on as varchar), 1, 7) as created_month,
    substr(cast(coalesce(base.resolved_on, base.closed_on) as varchar), 1, 7) as resolved_month,
    substr(cast(base.closed_on as varchar), 1, 7) as closed_month,
    base.created_on,
    coalesce(base.resolved_on, base.closed_on) as resolved_on,
    base.closed_on,
    base.requester_id,
    base.customer_id,
    base.channel,
    base.group_id,
    base.assignee_id,
    base.supplier_id,
    base.reassign_count,
    base.reopen_count,
    coalesce(base.is_major, false) as is_major,
    coalesce(base.is_security, false) as is_security,
    coalesce(base.declared_at, activity.declared_at) as declared_at,
    base.major_incident_manager_id,
    base.resolution_code,
    base.root_cause_code,
    base.root_cause_at,
    base.has_closure_notes,
    coalesce(base.is_known_error, false) as is_known_error,
    base.workaround_at,
    base.knowledge_article_id,
    base.catalogue_item_id,
    base.problem_id,
    base.change_id,
    base.caused_by_change_id,
    base.parent_id,
    base.release_id,
    extract(epoch from base.first_response_at - base.created_at) / 60 as response_minutes,
    extract(epoch from base.ended_at - base.created_at) / 60 as resolution_minutes,
    (end_hour.minutes_before + greatest(0, extract(epoch from least(base.ended_at, end_hour.open_to) - end_hour.open_from)) / 60)
    - (begin_hour.minutes_before + greatest(0, extract(epoch from least(base.created_at, begin_hour.open_to) - begin_hour.open_from)) / 60)
        as resolution_business_minutes,
    coalesce(pause.paused_minutes, 0) as paused_minutes,
    coalesce(pause.paused_business_minutes, 0) as paused_business_minutes,
    extract(epoch from coalesce(base.ended_at, case when not base.is_finished then parameter.data_until end) - base.created_at) / 86400 as age_days,
    coalesce(activity.note_count, 0) as note_count,
    coalesce(activity.action_count, 0) as action_count,
    activity.last_activity_at,
    activity.escalated_at,
    activity.management_notified_at,
    activity.customer_notified_at,
    activity.reviewed_at,
    coalesce(activity.edited_after_closed_count, 0) as edited_after_closed_count,
    activity.longest_silence_days
from base
cross join parameter
left join activity on activity.ticket_id = base.ticket_id
left join pause on pause.ticket_id = base.ticket_id
left join canonical.calendar_hour as begin_hour
    on begin_hour.calendar_id = 'default'
    and begin_hour.hour_at = date_trunc('hour', base.created_at)
left join canonical.calendar_hour as end_hour
    on end_hour.calendar_id = 'default'
    and end_hour.hour_at = date_trunc('hour', base.ended_at)
