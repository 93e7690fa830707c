import { useTranslation } from 'react-i18next'
import { hasEnded } from '../data/ended-jobs.ts'
import { useJobs } from '../data/jobs.ts'
import { useOrganization } from '../data/organization.ts'
import { evidenceJobs, JobsInHand } from './JobsInHand.tsx'
import { Empty } from './States.tsx'

/** Whether files are being read or checks asked just now; false for whoever may not see the sources. */
export function useIsUnderway(): boolean {
  const { params, whyNot } = useOrganization()
  const { data } = useJobs(params, whyNot('read sources') === undefined)
  return data?.items.some((job) => evidenceJobs.some((kind) => kind === job.kind) && !hasEnded(job)) ?? false
}

/** Why nothing stands here yet while the first files are read, and how far they are. */
export function Underway() {
  const { t } = useTranslation()
  return (
    <>
      <Empty title={t('readiness.beingRead')} says={t('readiness.beingReadSays')} />
      <JobsInHand kinds={evidenceJobs} />
    </>
  )
}
