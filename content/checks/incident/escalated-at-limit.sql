-- One row per urgent incident of the period that passed its escalation limit.
with

urgent as (

    select
        incident.ticket_id,
        incident.escalated_at,
        incident.ended_at,
        incident.created_at
        + case when incident.priority = 1 then parameter.limit_minutes_1 else parameter.limit_minutes_2 end * interval '1 minute' as limit_at,
        coalesce(incident.ended_at, parameter.data_until) as until_at
    from incident
    cross join parameter
    where incident.priority in (1, 2)
        and incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and (incident.ended_at is not null or incident.is_open)
        and incident.is_void is not true

)

select
    urgent.ticket_id as subject,
    case
        when urgent.escalated_at <= urgent.until_at then 'met'
        else 'not met'
    end as answer,
    case
        when urgent.escalated_at is null then 'no escalation recorded'
        when urgent.escalated_at > urgent.until_at then 'escalated only after it had ended'
        when urgent.escalated_at <= urgent.limit_at then 'escalated before the limit'
        else 'escalated ' || cast(cast(floor(extract(epoch from urgent.escalated_at - urgent.limit_at) / 60) as integer) as varchar) || ' minutes after the limit'
    end as reason
from urgent
where urgent.until_at > urgent.limit_at
order by subject
