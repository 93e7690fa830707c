-- One row per month: incidents whose first answer fell due, and those answered by then.
select
    month.month as period,
    cast(count(*) filter (where incident.first_response_at <= incident.due_response_at) as integer) as part,
    cast(count(*) as integer) as whole
from incident
inner join month
    on incident.due_response_at >= month.from_at
    and incident.due_response_at < month.to_at
cross join parameter
where (incident.first_response_at is not null or incident.due_response_at <= parameter.data_until)
    and incident.is_void is not true
group by month.month
order by period
