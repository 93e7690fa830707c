-- One row per major incident.
select
    ticket.*,
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
