-- One row per update of a controlled attribute in the period.
select
    ci_change.ci_change_id as subject,
    case
        when change.is_listed_standard or change.first_approval_at <= ci_change.changed_at then 'met'
        when change.change_type = 'standard' and change.is_listed_standard is null then 'unknown'
        else 'not met'
    end as answer,
    case
        when ci_change.change_id is null then 'no change named'
        when change.ticket_id is null then ci_change.change_id || ' is not in the change records'
        when change.is_listed_standard then 'listed standard change'
        when change.first_approval_at <= ci_change.changed_at then 'under ' || ci_change.change_id
        when change.change_type = 'standard' and change.is_listed_standard is null then 'standard change, not known whether listed'
        when change.first_approval_at is null then ci_change.change_id || ' was not approved'
        else ci_change.change_id || ' was approved only afterwards'
    end as reason
from ci_change
cross join parameter
left join change on change.ticket_id = ci_change.change_id
where ci_change.changed_at >= parameter.period_from
    and ci_change.changed_at < parameter.period_to
order by subject
