-- One row per service, customer, metric, month, who computed the clocks, and by which rules; what is not known is empty text.
select
    coalesce(service_clock.service_id, '') as service_id,
    coalesce(service_clock.customer_id, '') as customer_id,
    service_clock.metric,
    service_clock.month,
    coalesce(service_clock.computed_by, '') as computed_by,
    coalesce(service_clock.pause_rule, '') as pause_rule,
    coalesce(service_clock.reopen_rule, '') as reopen_rule,
    cast(count(*) filter (where service_clock.outcome = 'kept') as integer) as kept_count,
    cast(count(*) filter (where service_clock.outcome = 'missed') as integer) as missed_count,
    cast(count(*) filter (where service_clock.outcome = 'open missed') as integer) as open_missed_count,
    cast(count(*) filter (where service_clock.outcome = 'running') as integer) as running_count,
    cast(count(*) filter (where service_clock.outcome = 'unusable') as integer) as unusable_count,
    cast(count(*) filter (where service_clock.outcome = 'no clock') as integer) as no_clock_count,
    string_agg(service_clock.ticket_id, chr(10) order by service_clock.ticket_id)
        filter (where service_clock.outcome in ('missed', 'open missed')) as missed_tickets
from service_clock
group by
    coalesce(service_clock.service_id, ''),
    coalesce(service_clock.customer_id, ''),
    service_clock.metric,
    service_clock.month,
    coalesce(service_clock.computed_by, ''),
    coalesce(service_clock.pause_rule, ''),
    coalesce(service_clock.reopen_rule, '')
order by
    service_id,
    customer_id,
    metric,
    month
