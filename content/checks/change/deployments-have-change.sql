-- One row per deployment in the period.
select
    deployment.deployment_id as subject,
    case when change.ticket_id is not null then 'met' else 'not met' end as answer,
    case
        when change.ticket_id is not null then 'under ' || deployment.change_id
        when deployment.change_id is null then 'no change named'
        else deployment.change_id || ' is not in the change records'
    end as reason
from deployment
cross join parameter
left join change on change.ticket_id = deployment.change_id
where deployment.deployed_at >= parameter.period_from
    and deployment.deployed_at < parameter.period_to
order by subject
