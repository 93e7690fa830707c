-- One row per deployment to the live environment.
select
    deployment.deployment_id,
    deployment.ci_id,
    deployment.service_id,
    deployment.deployed_at,
    deployment.change_id,
    deployment.release_id,
    deployment.version
from canonical.deployment
