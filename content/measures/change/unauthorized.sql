-- One row per month: alterations of the live environment, and those without an authorized change.
with

alteration as (

    select
        deployment.deployed_at as altered_at,
        deployment.change_id
    from deployment
    union all
    select
        ci_change.changed_at as altered_at,
        ci_change.change_id
    from ci_change
    where not exists (
        select 1
        from deployment
        where deployment.ci_id = ci_change.ci_id
            and deployment.deployed_at >= ci_change.changed_at - interval '1 day'
            and deployment.deployed_at <= ci_change.changed_at + interval '1 day'
    )

)

select
    month.month as period,
    cast(count(*) filter (where not coalesce(change.is_listed_standard or change.first_approval_at <= alteration.altered_at, false)) as integer) as part,
    cast(count(*) as integer) as whole
from alteration
cross join parameter
inner join month
    on alteration.altered_at >= month.from_at
    and alteration.altered_at < month.to_at
left join change on change.ticket_id = alteration.change_id
where alteration.altered_at >= parameter.period_from
    and alteration.altered_at < parameter.period_to
group by month.month
order by period
