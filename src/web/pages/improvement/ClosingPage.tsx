import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Improvement.module.css'
import { useFigure, useWhere } from './where.ts'

type Closing = Answered<'GET /api/organizations/:organization/closing-report'>
type ClosingProps = Readonly<{ report: Closing }>

const tones = { met: 'conforming', 'not met': 'major', unknown: 'not_assessed' } as const

/** How the programme ended: every target, what fell short, what comes next. */
export function ClosingPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/closing-report', { params })
  return (
    <Page
      title={t('improvement.closing')}
      trail={<To href={to.improvements}>{t('shell.improvements')}</To>}
      sentence={query.data && <Sentence report={query.data} />}
    >
      <Shown query={query}>
        {(report) => (
          <>
            <EnglishNote />
            <Targets report={report} />
            {report.shortfalls.length > 0 && <Shortfalls report={report} />}
            {report.next.length > 0 && <Next report={report} />}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ report: { targets, met, notMet, unknown } }: ClosingProps) {
  const { t } = useTranslation()
  if (targets.length === 0) return t('improvement.noTargets')
  return t('improvement.closingSays', { n: targets.length, met, notMet, unknown })
}

function Targets({ report: { targets } }: ClosingProps) {
  const { t } = useTranslation()
  const where = useWhere()
  const write = useFigure()
  const value = (one: number | undefined, unit: string) =>
    one === undefined ? <span className="second">{t('ui.noData')}</span> : write(one, unit)
  return (
    <Section title={t('improvement.targets')}>
      <div className={styles.wide}>
        <table className={`${styles.table} ${styles.stacked}`}>
          <thead>
            <tr>
              <th>{t('improvement.target')}</th>
              <th>{t('improvement.kindOf')}</th>
              <th className={styles.number}>{t('improvement.baseline')}</th>
              <th className={styles.number}>{t('improvement.target')}</th>
              <th className={styles.number}>{t('improvement.result')}</th>
              <th>{t('improvement.outcomeHead')}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <To href={where(one.where)}>{one.title}</To>
                  {one.owner && <div className="second">{one.owner}</div>}
                </th>
                <td>{t(`improvement.targetKind.${one.kind}`)}</td>
                <td className={styles.number}>{value(one.baseline, one.unit)}</td>
                <td className={styles.number}>{value(one.target, one.unit)}</td>
                <td className={styles.number}>{value(one.result, one.unit)}</td>
                <td>
                  <Verdict tone={tones[one.outcome]}>{t(`improvement.outcome.${one.outcome}`)}</Verdict>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Shortfalls({ report: { shortfalls } }: ClosingProps) {
  const { t } = useTranslation()
  const where = useWhere()
  return (
    <Section title={t('improvement.shortfalls')}>
      <ul className={styles.list}>
        {shortfalls.map(({ title, outcome, says, where: place }) => (
          <li key={title}>
            <div>
              <To href={where(place)}>{title}</To>
              {says && <p className="second">{says}</p>}
            </div>
            <Verdict tone={tones[outcome]}>{t(`improvement.outcome.${outcome}`)}</Verdict>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Next({ report: { next } }: ClosingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const where = useWhere()
  return (
    <Section title={t('improvement.nextSteps')}>
      <ul className={styles.list}>
        {next.map(({ title, dueOn, owner, where: place }) => (
          <li key={`${title} ${dueOn}`}>
            <To href={where(place)}>{title}</To>
            <span className="second">{[owner, dueOn && format.day(dueOn)].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
