import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Roadmap.module.css'
import { type Difference, placeOf } from './roadmap.ts'

const mostShown = 8

type ChangesProps = Readonly<{ difference: Difference; isPlain?: boolean; title?: string }>

/** What has changed between two schedules, and what was decided between them. */
export function Changes({ difference, isPlain = false, title }: ChangesProps) {
  const { t } = useTranslation()
  const finish = <Finish difference={difference} />
  const body = (
    <>
      <Reasons difference={difference} />
      <Moved difference={difference} />
    </>
  )
  if (isPlain)
    return (
      <>
        <p>{finish}</p>
        <Moved difference={difference} />
      </>
    )
  return (
    <Section title={title ?? t('roadmap.changed')} says={finish}>
      {body}
    </Section>
  )
}

function Finish({ difference }: Readonly<{ difference: Difference }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { days, finishBefore, finishAfter } = difference
  if (days === 0) return t('roadmap.sameFinish', { finish: format.day(finishAfter) })
  const said = { count: Math.abs(days), before: format.day(finishBefore), after: format.day(finishAfter) }
  return days > 0 ? t('roadmap.later', said) : t('roadmap.earlier', said)
}

function Reasons({ difference: { reasons } }: Readonly<{ difference: Difference }>) {
  const { t } = useTranslation()
  if (reasons.length === 0) return <p>{t('roadmap.noReason')}</p>
  return (
    <div>
      <h3 className={styles.small}>{t('roadmap.because')}</h3>
      <ul className={styles.list}>
        {reasons.slice(0, 3 * mostShown).map(({ kind, what, before, after }) => (
          <li key={`${kind} ${what}`}>
            {t(`roadmap.reason.${kind}`, { what, before: before || '–', after: after || '–' })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Moved({ difference: { moved } }: Readonly<{ difference: Difference }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  if (moved.length === 0) return null
  return (
    <details className={styles.moved}>
      <summary>{t('roadmap.movedTasks', { count: moved.length })}</summary>
      <ul className={styles.list}>
        {moved.map(({ id, title, finishBefore, finishAfter }) => (
          <li key={id}>
            <To href={placeOf(id, to)}>{id}</To> <span lang="en">{title}</span>: {format.day(finishBefore)} →{' '}
            {format.day(finishAfter)}
          </li>
        ))}
      </ul>
    </details>
  )
}
