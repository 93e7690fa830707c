-- One row per ticket opened in the period that names a record of a type which the data holds.
with

held as (

    select ticket.type
    from ticket
    group by ticket.type

),

named as (

    select
        ticket.ticket_id,
        ticket.problem_id as other_id,
        'problem' as other_type
    from ticket
    cross join parameter
    where ticket.problem_id is not null
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to
    union all
    select
        ticket.ticket_id,
        ticket.change_id as other_id,
        'change' as other_type
    from ticket
    cross join parameter
    where ticket.change_id is not null
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to
    union all
    select
        ticket.ticket_id,
        ticket.caused_by_change_id as other_id,
        'change' as other_type
    from ticket
    cross join parameter
    where ticket.caused_by_change_id is not null
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to

),

followed as (

    select
        named.ticket_id,
        count(*) as named_count,
        count(*) filter (where other.ticket_id is null) as lost_count,
        min(case when other.ticket_id is null then named.other_id end) as first_lost
    from named
    inner join held on held.type = named.other_type
    left join ticket as other on other.ticket_id = named.other_id
    group by named.ticket_id

)

select
    followed.ticket_id as subject,
    case when followed.lost_count = 0 then 'met' else 'not met' end as answer,
    case
        when followed.lost_count = 0 then followed.named_count || ' references found'
        else followed.first_lost || ' does not exist'
    end as reason
from followed
order by subject
