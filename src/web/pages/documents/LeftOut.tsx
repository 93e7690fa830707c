import { useTranslation } from 'react-i18next'
import { hasEnded } from '../../data/ended-jobs.ts'
import type { Job } from '../../data/jobs.ts'

/** What the newest set could not hold, each with its reason. */
export function LeftOut({ job }: Readonly<{ job: Job }>) {
  const { t } = useTranslation()
  const refused = hasEnded(job) ? refusedOf(job.outcome) : []
  if (refused.length === 0) return null
  return (
    <div role="status">
      <p>{t('documents.leftOut')}</p>
      <ul lang="en">
        {refused.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    </div>
  )
}

/** The reasons in what a job came to; its form depends on the kind of job, so nothing is taken for granted. */
function refusedOf(outcome: Job['outcome']): readonly string[] {
  const refused = outcome?.refused
  if (!Array.isArray(refused)) return []
  return refused.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'why' in one && typeof one.why === 'string' ? [one.why] : [],
  )
}
