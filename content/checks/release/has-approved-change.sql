-- One row per release deployed in the period.
with

member as (

    select
        change.release_id,
        change.ticket_id
    from change
    where change.release_id is not null
    union
    select
        link.to_id as release_id,
        link.from_id as ticket_id
    from link
    where link.kind = 'part_of_release'

),

counted as (

    select
        release.ticket_id,
        count(change.ticket_id) as change_count,
        count(case when change.first_approval_at <= release.deployed_at or change.is_listed_standard then 1 end) as approved_count,
        count(case when change.change_type = 'standard' and change.is_listed_standard is null then 1 end) as open_count
    from release
    cross join parameter
    left join member on member.release_id = release.ticket_id
    left join change on change.ticket_id = member.ticket_id
    where release.deployed_at >= parameter.period_from
        and release.deployed_at < parameter.period_to
    group by release.ticket_id

)

select
    counted.ticket_id as subject,
    case
        when counted.approved_count > 0 then 'met'
        when counted.open_count > 0 then 'unknown'
        else 'not met'
    end as answer,
    case
        when counted.change_count = 0 then 'no change linked'
        when counted.approved_count = 0 and counted.open_count > 0 then 'standard change, not known whether listed'
        else 'changes approved before deployment: ' || cast(counted.approved_count as varchar) || ' of ' || cast(counted.change_count as varchar)
    end as reason
from counted
order by subject
