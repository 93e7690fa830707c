-- One row per external supplier in the register.
select
    supplier.supplier_id as subject,
    case when supplier.manager_id is not null then 'met' else 'not met' end as answer,
    case when supplier.manager_id is not null then 'manager named' else 'no manager named' end as reason
from supplier
where supplier.kind = 'external'
order by subject
