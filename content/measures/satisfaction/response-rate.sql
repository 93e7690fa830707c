-- One row per month: surveys sent, and those answered.
select
    month.month as period,
    cast(count(survey.answered_at) as integer) as part,
    cast(count(*) as integer) as whole
from survey
inner join month
    on survey.sent_at >= month.from_at
    and survey.sent_at < month.to_at
group by month.month
order by period
