-- One row per change.
select
    ticket.*,
    detail.change_type,
    detail.is_major_impact,
    detail.has_user_impact,
    detail.risk,
    detail.reason,
    detail.benefit,
    detail.feasibility,
    detail.cost,
    detail.impact_assessment,
    detail.assessment_at,
    detail.conflict_check_at,
    detail.backout_plan_at,
    detail.test_evidence_at,
    detail.notice_sent_at,
    detail.planned_start,
    detail.planned_end,
    detail.actual_start,
    detail.actual_end,
    detail.outcome,
    detail.pir_at,
    detail.implementer_id,
    detail.is_listed_standard,
    detail.design_record_id,
    coalesce(detail.actual_start, implementing.implementing_at) as started_at,
    decided.first_approval_at,
    decided.approver_id,
    decided.is_approver_entitled,
    decided.first_rejection_at,
    coalesce(caused.caused_incident_count, 0) as caused_incident_count,
    coalesce(related.linked_problem_count, 0) as linked_problem_count,
    coalesce(touched.linked_ci_count, 0) as linked_ci_count
from ticket
left join canonical.change as detail on detail.ticket_id = ticket.ticket_id
left join (
    select
        state_interval.ticket_id,
        min(state_interval.from_at) as implementing_at
    from state_interval
    where state_interval.state = 'implementing'
    group by state_interval.ticket_id
) as implementing on implementing.ticket_id = ticket.ticket_id
left join (
    select
        approval.ticket_id,
        min(case when approval.decision = 'approved' then approval.decided_at end) as first_approval_at,
        min(case when approval.decision = 'approved' and approval.turn = 1 then approval.approver_id end) as approver_id,
        bool_and(case when approval.decision = 'approved' then approval.is_entitled end) as is_approver_entitled,
        min(case when approval.decision = 'rejected' then approval.decided_at end) as first_rejection_at
    from (
        select
            decision.ticket_id,
            decision.decision,
            decision.decided_at,
            decision.approver_id,
            decision.is_entitled,
            row_number() over (partition by decision.ticket_id, decision.decision order by decision.decided_at, decision.approval_id) as turn
        from canonical.approval as decision
    ) as approval
    group by approval.ticket_id
) as decided on decided.ticket_id = ticket.ticket_id
left join (
    select
        named.change_id,
        cast(count(*) as integer) as caused_incident_count
    from (
        select incident.ticket_id, incident.caused_by_change_id as change_id
        from ticket as incident
        where incident.type = 'incident' and incident.caused_by_change_id is not null
        union
        select incident.ticket_id, link.to_id as change_id
        from canonical.link
        inner join ticket as incident on incident.ticket_id = link.from_id and incident.type = 'incident'
        where link.kind = 'caused_by'
    ) as named
    group by named.change_id
) as caused on caused.change_id = ticket.ticket_id
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
        where own.type = 'change' and own.problem_id is not null
        union
        select pointing.change_id as ticket_id, pointing.ticket_id as other_id, pointing.type as other_type
        from ticket as pointing
        where pointing.change_id is not null
    ) as named
    where named.other_type = 'problem'
    group by named.ticket_id
) as related on related.ticket_id = ticket.ticket_id
left join (
    select
        item.change_id,
        cast(count(*) as integer) as linked_ci_count
    from (
        select own.ticket_id as change_id, own.ci_id from ticket as own where own.type = 'change' and own.ci_id is not null
        union
        select ci_change.change_id, ci_change.ci_id from canonical.ci_change where ci_change.change_id is not null and ci_change.ci_id is not null
    ) as item
    group by item.change_id
) as touched on touched.change_id = ticket.ticket_id
where ticket.type = 'change'
order by ticket.ticket_id
