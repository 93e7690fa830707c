-- One row per incident ended in the period that was reopened too often.
with

linked as (

    select link.from_id as ticket_id
    from link
    inner join problem on problem.ticket_id = link.to_id
    union
    select link.to_id as ticket_id
    from link
    inner join problem on problem.ticket_id = link.from_id

)

select
    incident.ticket_id as subject,
    case
        when incident.problem_id is not null or linked.ticket_id is not null then 'met'
        else 'not met'
    end as answer,
    'opened again ' || cast(incident.reopen_count as varchar) || ' times, '
    || case
        when incident.problem_id is not null or linked.ticket_id is not null then 'a problem is linked'
        else 'no problem is linked'
    end as reason
from incident
cross join parameter
left join linked on linked.ticket_id = incident.ticket_id
where incident.reopen_count > parameter.tolerated_reopenings
    and incident.ended_at >= parameter.period_from
    and incident.ended_at < parameter.period_to
order by subject
