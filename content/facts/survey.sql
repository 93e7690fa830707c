-- One row per satisfaction survey sent.
select
    survey.survey_id,
    survey.ticket_id,
    survey.service_id,
    survey.customer_id,
    survey.sent_at,
    survey.answered_at,
    survey.score,
    survey.scale_min,
    survey.scale_max
from canonical.survey
