-- One row per internal supplier, or customer acting as one, that got tickets in the period.
with

asked as (

    select
        parameter.period_from,
        parameter.period_to,
        least(parameter.period_to, parameter.data_until) as until_at
    from parameter

),

worked as (

    select
        ticket.supplier_id,
        count(*) as ticket_count
    from ticket
    cross join asked
    where ticket.supplier_id is not null
        and ticket.created_at >= asked.period_from
        and ticket.created_at < asked.period_to
    group by ticket.supplier_id

),

agreed as (

    select
        agreement.supplier_id,
        bool_or(agreement.agreed_at < asked.until_at and (agreement.valid_to is null or agreement.valid_to >= asked.until_at)) as is_in_force
    from agreement
    cross join asked
    where agreement.kind = 'ola'
    group by agreement.supplier_id

)

select
    supplier.supplier_id as subject,
    case when agreed.is_in_force then 'met' else 'not met' end as answer,
    case
        when agreed.is_in_force then 'agreement in force'
        when agreed.supplier_id is not null then 'agreement not in force at the end of the period'
        else 'no agreement'
    end || ', ' || worked.ticket_count || ' tickets' as reason
from supplier
inner join worked on worked.supplier_id = supplier.supplier_id
left join agreed on agreed.supplier_id = supplier.supplier_id
where supplier.kind in ('internal', 'customer')
order by subject
