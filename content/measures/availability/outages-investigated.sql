-- One row per month: unplanned outages that began in it and are over, and those whose ticket leads to a problem or a review.
with

problem_link as (

    select link.from_id as ticket_id
    from link
    inner join ticket as other on other.ticket_id = link.to_id
    where other.type = 'problem'
        or link.kind = 'reviewed_in'
    union
    select link.to_id as ticket_id
    from link
    inner join ticket as other on other.ticket_id = link.from_id
    where other.type = 'problem'
        or link.kind = 'reviewed_in'

)

select
    month.month as period,
    cast(count(*) filter (
        where ticket.type = 'problem'
            or ticket.problem_id is not null
            or ticket.reviewed_at is not null
            or problem_link.ticket_id is not null
    ) as integer) as part,
    cast(count(*) as integer) as whole
from outage
inner join month
    on outage.start_at >= month.from_at
    and outage.start_at < month.to_at
left join ticket on ticket.ticket_id = outage.ticket_id
left join problem_link on problem_link.ticket_id = outage.ticket_id
where not coalesce(outage.is_planned, false)
    and outage.end_at is not null
group by month.month
order by period
