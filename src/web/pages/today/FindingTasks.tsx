import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Today.module.css'

type Tasks = NonNullable<Answered<'GET /api/organizations/:organization/today'>['findings']>

/** What waits for whoever asks about findings: own actions first, then own findings and effects to be checked. */
export function FindingTasks({ tasks }: Readonly<{ tasks: Tasks }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('findings.tasks')}>
      <ul className={styles.list}>
        {tasks.map(({ finding, name, title, kind, dueOn, isOverdue }) => {
          const day = dueOn === undefined ? '' : format.day(dueOn)
          return (
            <li key={`${finding} ${kind} ${title}`}>
              <div>
                <To href={to.finding(finding)}>
                  {name} {title}
                </To>
                <div className="second">{t(`findings.taskKinds.${kind}`)}</div>
              </div>
              {isOverdue ? (
                <Verdict tone="major">{t('today.lateSince', { day })}</Verdict>
              ) : (
                <span className="second">{day ? t('today.dueOn', { day }) : t('today.noDue')}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
