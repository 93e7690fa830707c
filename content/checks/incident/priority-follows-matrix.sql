-- One row per incident opened in the period.
with

rated as (

    select
        incident.ticket_id,
        incident.impact,
        incident.urgency,
        incident.priority,
        parameter.matrix,
        parameter.urgency_levels
    from incident
    cross join parameter
    where incident.created_at >= parameter.period_from
        and incident.created_at < parameter.period_to
        and incident.is_void is not true

),

usual as (

    select
        rated.impact,
        rated.urgency,
        rated.priority,
        row_number() over (partition by rated.impact, rated.urgency order by count(*) desc, rated.priority) as place
    from rated
    where rated.impact is not null
        and rated.urgency is not null
        and rated.priority is not null
    group by
        rated.impact,
        rated.urgency,
        rated.priority

),

compared as (

    select
        rated.ticket_id,
        cast(rated.priority as varchar) as priority,
        case
            when rated.matrix = '' then cast(usual.priority as varchar)
            else substr(rated.matrix, (rated.impact - 1) * (rated.urgency_levels + 1) + rated.urgency, 1)
        end as expected
    from rated
    left join usual
        on usual.impact = rated.impact
        and usual.urgency = rated.urgency
        and usual.place = 1

)

select
    compared.ticket_id as subject,
    case
        when compared.priority is null or compared.expected is null then 'unknown'
        when trim(compared.expected) = '' then 'unknown'
        when compared.priority = compared.expected then 'met'
        else 'not met'
    end as answer,
    case
        when compared.priority is null or compared.expected is null then 'impact, urgency or priority is missing'
        when trim(compared.expected) = '' then 'the matrix has no such cell'
        else 'priority ' || compared.priority || ', by the matrix ' || compared.expected
    end as reason
from compared
order by subject
