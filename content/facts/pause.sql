-- One row per ticket that stood in a state in which the model's clock is paused.
select
    state_interval.ticket_id,
    sum(state_interval.minutes) as paused_minutes,
    sum(
        (to_hour.minutes_before + greatest(0, extract(epoch from least(state_interval.to_at, to_hour.open_to) - to_hour.open_from)) / 60)
        - (from_hour.minutes_before + greatest(0, extract(epoch from least(state_interval.from_at, from_hour.open_to) - from_hour.open_from)) / 60)
    ) as paused_business_minutes
from state_interval
left join canonical.calendar_hour as from_hour
    on from_hour.calendar_id = 'default'
    and from_hour.hour_at = date_trunc('hour', state_interval.from_at)
left join canonical.calendar_hour as to_hour
    on to_hour.calendar_id = 'default'
    and to_hour.hour_at = date_trunc('hour', state_interval.to_at)
where state_interval.clock = 'paused'
    and state_interval.to_at is not null
group by state_interval.ticket_id
