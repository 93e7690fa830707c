-- One row per month: incidents ended, and those ended by the service desk.
with

resolved as (

    select
        incident.resolved_month,
        case
            when parameter.desk_group <> '' then lower(incident.group_id) = lower(parameter.desk_group)
            else lower(incident.group_id) like '%service desk%'
                or lower(incident.group_id) like '%servicedesk%'
                or lower(incident.group_id) like '%help desk%'
                or lower(incident.group_id) like '%helpdesk%'
                or lower(incident.group_id) like '%first level%'
                or lower(incident.group_id) like '%1st%'
        end as is_desk
    from incident
    cross join parameter
    where incident.ended_at >= parameter.period_from
        and incident.ended_at < parameter.period_to
        and incident.group_id is not null
        and incident.is_void is not true

)

select
    resolved.resolved_month as period,
    cast(count(*) filter (where resolved.is_desk) as integer) as part,
    cast(count(*) as integer) as whole
from resolved
where exists (select 1 from resolved as other where other.is_desk)
group by resolved.resolved_month
order by period
