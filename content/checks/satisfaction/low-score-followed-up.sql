-- One row per survey with a low score answered in the period.
with

low as (

    select
        survey.survey_id,
        survey.ticket_id,
        survey.answered_at
    from survey
    cross join parameter
    where survey.answered_at >= parameter.period_from
        and survey.answered_at < parameter.period_to
        and survey.ticket_id is not null
        and survey.scale_max > survey.scale_min
        and (survey.score - survey.scale_min) / (survey.scale_max - survey.scale_min) * 100 <= parameter.low_index

)

select
    low.survey_id as subject,
    case
        when ticket.last_activity_at is null then 'unknown'
        when ticket.last_activity_at > low.answered_at then 'met'
        else 'not met'
    end as answer,
    case
        when ticket.last_activity_at is null then 'no history of the ticket'
        when ticket.last_activity_at > low.answered_at then 'a step recorded after the answer'
        else 'nothing recorded after the answer'
    end as reason
from low
left join ticket on ticket.ticket_id = low.ticket_id
order by subject
