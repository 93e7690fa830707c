import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange } from '../data/ask.ts'
import { hasEnded } from '../data/ended-jobs.ts'
import { type Job, useJobs } from '../data/jobs.ts'
import { useOrganization } from '../data/organization.ts'
import { Act } from './Act.tsx'
import styles from './JobsInHand.module.css'
import { Section } from './Page.tsx'

/** The work that evidence comes from. */
export const evidenceJobs = ['ingest', 'collect', 'demo'] as const satisfies readonly Job['kind'][]

/** The work that is being done now, stage by stage; and the last one, where it did not come to its end. */
export function JobsInHand({ kinds }: Readonly<{ kinds: readonly Job['kind'][] }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { data } = useJobs(params)
  const jobs = data?.items.filter(({ kind }) => kinds.includes(kind)) ?? []
  const open = jobs.filter((job) => !hasEnded(job)).toReversed()
  const last = jobs[0]
  if (open.length > 0)
    return (
      <Section title={t('jobs.title')}>
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
          {t(`jobs.kinds.${last.kind}`)}: {t(`jobs.states.${last.state}`)}
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
  const says = hasShare ? t('jobs.stage', { stage: stage ?? '', done, of }) : (stage ?? '')
  return (
    <li>
      <div className={styles.job}>
        <span role="status">
          <strong>{t(`jobs.kinds.${kind}`)}</strong>{' '}
          <span className="second">{says || t(`jobs.states.${state}`)}</span>
        </span>
        <Act
          size="compact-sm"
          whyNot={whyNot('import tickets')}
          isBusy={callOff.isPending || job.isCancelAsked}
          onClick={() => callOff.mutate({ params: { ...params, job: job.id } })}
        >
          {t('jobs.callOff')}
        </Act>
      </div>
      <Progress
        value={hasShare ? (100 * done) / of : 100}
        animated={!hasShare}
        striped={!hasShare}
        aria-label={t(`jobs.kinds.${kind}`)}
      />
    </li>
  )
}
