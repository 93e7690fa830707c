-- One row per item named by tickets of the period.
with

named as (

    select
        ticket.ci_id,
        count(*) as ticket_count
    from ticket
    cross join parameter
    where ticket.type in ('incident', 'problem', 'change')
        and ticket.ci_id is not null
        and ticket.created_at >= parameter.period_from
        and ticket.created_at < parameter.period_to
    group by ticket.ci_id

)

select
    named.ci_id as subject,
    case when ci.ci_id is null then 'not met' else 'met' end as answer,
    case when ci.ci_id is null then 'not recorded' else 'recorded' end || ', tickets that name it: ' || cast(named.ticket_count as varchar) as reason
from named
left join ci on ci.ci_id = named.ci_id
order by subject
