-- One row per urgent incident of the period with a recorded history.
with

urgent as (

    select
        incident.ticket_id,
        case when incident.priority = 1 then parameter.interval_hours_1 else parameter.interval_hours_2 end as interval_hours,
        greatest(
            coalesce(incident.longest_silence_days * 24, 0),
            extract(epoch from coalesce(incident.ended_at, parameter.data_until) - incident.last_activity_at) / 3600
        ) as silent_hours
    from incident
    cross join parameter
    where incident.priority in (1, 2)
        and incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and incident.last_activity_at is not null
        and (incident.ended_at is not null or incident.is_open)
        and incident.is_void is not true
        and exists (select 1 from event where event.is_derived = false)

)

select
    urgent.ticket_id as subject,
    case
        when urgent.silent_hours <= urgent.interval_hours then 'met'
        else 'not met'
    end as answer,
    'silent for ' || cast(cast(floor(urgent.silent_hours) as integer) as varchar) || ' hours at most' as reason
from urgent
order by subject
