-- One row per service level agreement in force at the end of the period.
with

asked as (

    select least(parameter.period_to, parameter.data_until) as until_at
    from parameter

)

select
    agreement.agreement_id as subject,
    case
        when agreement.has_targets = false or agreement.has_workload_limit = false or agreement.has_exceptions = false then 'not met'
        when agreement.has_targets and agreement.has_workload_limit and agreement.has_exceptions then 'met'
        else 'unknown'
    end as answer,
    case
        when agreement.has_targets and agreement.has_workload_limit and agreement.has_exceptions then 'targets, workload limit and exceptions stated'
        else substr(
            case when agreement.has_targets then '' when agreement.has_targets is null then ', targets not known' else ', no targets' end
            || case when agreement.has_workload_limit then '' when agreement.has_workload_limit is null then ', workload limit not known' else ', no workload limit' end
            || case when agreement.has_exceptions then '' when agreement.has_exceptions is null then ', exceptions not known' else ', no exceptions' end,
            3
        )
    end as reason
from agreement
cross join asked
where agreement.kind = 'sla'
    and agreement.agreed_at < asked.until_at
    and (agreement.valid_to is null or agreement.valid_to >= asked.until_at)
order by subject
