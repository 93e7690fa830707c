-- One row per change opened in the period, without drafts and cancelled ones.
select
    change.ticket_id as subject,
    case
        when change.change_type is null then 'not met'
        when position(', ' || lower(change.change_type) || ',' in ', ' || lower(parameter.policy_categories) || ',') > 0 then 'met'
        else 'not met'
    end as answer,
    case
        when change.change_type is null then 'no category recorded'
        when position(', ' || lower(change.change_type) || ',' in ', ' || lower(parameter.policy_categories) || ',') > 0 then 'category ' || lower(change.change_type)
        else 'category ' || change.change_type || ' is not in the policy'
    end as reason
from change
cross join parameter
where change.created_at >= parameter.period_from
    and change.created_at < parameter.period_to
    and coalesce(change.outcome, '') <> 'cancelled'
    and coalesce(change.state, '') not in ('draft', 'cancelled')
order by subject
