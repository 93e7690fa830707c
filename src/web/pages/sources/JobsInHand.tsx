import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { hasEnded, type Job, useJobs } from '../../data/jobs.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './Sources.module.css'

/** The work that is being done now, stage by stage; and the last one, where it did not come to its end. */
export function JobsInHand() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { data } = useJobs(params)
  const jobs = data?.items ?? []
  const open = jobs.filter((job) => !hasEnded(job)).toReversed()
  const last = jobs[0]
  if (open.length > 0)
    return (
      <Section title={t('sources.jobs')}>
        <ul className={styles.jobs}>
          {open.map((job) => (
            <InHand key={job.id} job={job} />
          ))}
        </ul>
      </Section>
    )
  if (last && (last.state === 'failed' || last.state === 'refused'))
    return (
      <div role="alert" className={styles.ended}>
        <strong>
          {t(`sources.kinds.${last.kind}`)}: {t(`sources.jobStates.${last.state}`)}
        </strong>
        {last.message && <p className={styles.message}>{last.message}</p>}
      </div>
    )
  return null
}

function InHand({ job }: Readonly<{ job: Job }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const callOff = useChange('DELETE /api/organizations/:organization/jobs/:job')
  const { stage, done, of, state, kind } = job
  const hasShare = done !== undefined && of !== undefined && of > 0
  const says = hasShare ? t('sources.stage', { stage: stage ?? '', done, of }) : (stage ?? '')
  return (
    <li>
      <div className={styles.job}>
        <span role="status">
          <strong>{t(`sources.kinds.${kind}`)}</strong>{' '}
          <span className="second">{says || t(`sources.jobStates.${state}`)}</span>
        </span>
        <Act
          size="compact-sm"
          whyNot={whyNot('import tickets')}
          isBusy={callOff.isPending || job.isCancelAsked}
          onClick={() => callOff.mutate({ params: { ...params, job: job.id } })}
        >
          {t('sources.callOff')}
        </Act>
      </div>
      <Progress
        value={hasShare ? (100 * done) / of : 100}
        animated={!hasShare}
        striped={!hasShare}
        aria-label={t(`sources.kinds.${kind}`)}
      />
    </li>
  )
}
