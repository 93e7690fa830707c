-- One row per release.
select
    ticket.*,
    detail.release_type,
    detail.planned_at,
    detail.deliverables,
    detail.method,
    detail.criteria_at,
    detail.verified_at,
    detail.verified_result,
    detail.decision_at,
    detail.approved_at,
    detail.baseline_ref,
    detail.baseline_at,
    detail.deployed_at,
    detail.outcome,
    detail.approved_version,
    detail.deployed_version,
    detail.reviewed_at as success_reviewed_at,
    coalesce(part.change_count, 0) as linked_change_count
from ticket
left join canonical.release as detail on detail.ticket_id = ticket.ticket_id
left join (
    select
        member.release_id,
        cast(count(*) as integer) as change_count
    from (
        select own.ticket_id, own.release_id from ticket as own where own.type = 'change' and own.release_id is not null
        union
        select own.ticket_id, link.to_id as release_id
        from canonical.link
        inner join ticket as own on own.ticket_id = link.from_id and own.type = 'change'
        where link.kind = 'part_of_release'
    ) as member
    group by member.release_id
) as part on part.release_id = ticket.ticket_id
where ticket.type = 'release'
order by ticket.ticket_id
