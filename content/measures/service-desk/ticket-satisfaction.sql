-- One row per month: mean score on tickets, on a scale of 0 to 100.
select
    month.month as period,
    avg((survey.score - survey.scale_min) / (survey.scale_max - survey.scale_min) * 100) as value,
    cast(count(*) as integer) as n
from survey
inner join month
    on survey.answered_at >= month.from_at
    and survey.answered_at < month.to_at
where survey.ticket_id is not null
    and survey.scale_max > survey.scale_min
    and survey.score between survey.scale_min and survey.scale_max
group by month.month
order by period
