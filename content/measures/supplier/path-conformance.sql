-- One row per month: finished tickets handed to suppliers with a known history, and those on an allowed path.
select
    ticket.resolved_month as period,
    cast(count(*) filter (
        where not path.has_wrong_start
            and not path.has_wrong_end
            and path.wrong_step_count = 0
    ) as integer) as part,
    cast(count(*) as integer) as whole
from path
cross join parameter
inner join ticket on ticket.ticket_id = path.ticket_id
where path.is_finished
    and ticket.supplier_id is not null
    and ticket.ended_at >= parameter.period_from
    and ticket.ended_at < parameter.period_to
group by ticket.resolved_month
order by period
