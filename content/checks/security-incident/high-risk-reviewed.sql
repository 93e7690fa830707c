-- One row per security incident of high risk ended in the period whose review is there or overdue.
with

ended as (

    select
        security_incident.ticket_id,
        security_incident.ended_at,
        security_incident.reviewed_at,
        security_incident.ended_at + parameter.limit_days * interval '1 day' as limit_at
    from security_incident
    cross join parameter
    where (lower(security_incident.risk_rating) like '%high%' or lower(security_incident.risk_rating) like '%critical%' or lower(security_incident.risk_rating) like '%severe%')
        and security_incident.ended_at >= parameter.period_from
        and security_incident.ended_at < parameter.period_to
        and coalesce(security_incident.state, '') not in ('false_positive', 'cancelled', 'merged')
        and (security_incident.reviewed_at is not null or security_incident.ended_at + parameter.limit_days * interval '1 day' <= parameter.data_until)

)

select
    ended.ticket_id as subject,
    case
        when ended.reviewed_at <= ended.limit_at then 'met'
        else 'not met'
    end as answer,
    case
        when ended.reviewed_at is null then 'no review recorded'
        when ended.reviewed_at <= ended.ended_at then 'reviewed by the end'
        else 'reviewed ' || cast(cast(floor(extract(epoch from ended.reviewed_at - ended.ended_at) / 86400) as integer) as varchar) || ' days after the end'
    end as reason
from ended
order by subject
