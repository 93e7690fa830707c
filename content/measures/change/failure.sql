-- One row per month: changes closed, and those that failed or caused an incident.
with

harm as (

    select distinct change.ticket_id
    from change
    cross join parameter
    inner join incident on incident.caused_by_change_id = change.ticket_id
    where incident.created_at <= coalesce(change.actual_end, change.closed_at) + parameter.watching_days * interval '1 day'

)

select
    change.closed_month as period,
    cast(count(*) filter (where change.outcome in ('failed', 'backed_out') or harm.ticket_id is not null) as integer) as part,
    cast(count(*) as integer) as whole
from change
cross join parameter
left join harm on harm.ticket_id = change.ticket_id
where change.closed_at >= parameter.period_from
    and change.closed_at < parameter.period_to
    and coalesce(change.outcome, '') <> 'cancelled'
    and coalesce(change.state, '') not in ('cancelled', 'rejected')
group by change.closed_month
order by period
