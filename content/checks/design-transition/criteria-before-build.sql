-- One row per release deployed in the period that carries a design and transition record.
with

routed as (

    select distinct change.release_id
    from change
    where change.release_id is not null
        and change.design_record_id is not null

),

built as (

    select
        state_interval.ticket_id,
        min(state_interval.from_at) as building_at
    from state_interval
    where state_interval.type = 'release'
        and state_interval.state = 'building'
    group by state_interval.ticket_id

),

judged as (

    select
        release.ticket_id,
        release.criteria_at,
        coalesce(built.building_at, release.verified_at, release.deployed_at) as needed_at
    from release
    cross join parameter
    inner join routed on routed.release_id = release.ticket_id
    left join built on built.ticket_id = release.ticket_id
    where release.deployed_at >= parameter.period_from
        and release.deployed_at < parameter.period_to

)

select
    judged.ticket_id as subject,
    case when judged.criteria_at <= judged.needed_at then 'met' else 'not met' end as answer,
    case
        when judged.criteria_at is null then 'no acceptance criteria recorded'
        when judged.criteria_at <= judged.needed_at then 'criteria agreed in time'
        else 'criteria agreed too late'
    end as reason
from judged
order by subject
