-- One row per problem.
select
    ticket.*,
    coalesce(related.linked_incident_count, 0) as linked_incident_count,
    related.last_linked_incident_at,
    coalesce(related.linked_change_count, 0) as linked_change_count,
    related.last_change_closed_at,
    coalesce(related.linked_known_error_count, 0) as linked_known_error_count,
    known_error_state.known_error_at
from ticket
left join (
    select
        named.ticket_id,
        cast(count(*) filter (where named.other_type = 'incident') as integer) as linked_incident_count,
        max(case when named.other_type = 'incident' then other.created_at end) as last_linked_incident_at,
        cast(count(*) filter (where named.other_type = 'change') as integer) as linked_change_count,
        max(case when named.other_type = 'change' then other.closed_at end) as last_change_closed_at,
        cast(count(*) filter (where named.other_type = 'known_error') as integer) as linked_known_error_count
    from (
        select side.ticket_id, side.other_id, other.type as other_type
        from (
            select from_id as ticket_id, to_id as other_id from canonical.link
            union
            select to_id as ticket_id, from_id as other_id from canonical.link
        ) as side
        inner join ticket as other on other.ticket_id = side.other_id
        union
        select pointing.problem_id as ticket_id, pointing.ticket_id as other_id, pointing.type as other_type
        from ticket as pointing
        where pointing.problem_id is not null
        union
        select own.ticket_id, own.change_id as other_id, 'change' as other_type
        from ticket as own
        where own.type = 'problem' and own.change_id is not null
    ) as named
    left join ticket as other on other.ticket_id = named.other_id
    group by named.ticket_id
) as related on related.ticket_id = ticket.ticket_id
left join (
    select
        state_interval.ticket_id,
        min(state_interval.from_at) as known_error_at
    from state_interval
    where state_interval.state = 'known_error'
    group by state_interval.ticket_id
) as known_error_state on known_error_state.ticket_id = ticket.ticket_id
where ticket.type = 'problem'
order by ticket.ticket_id
