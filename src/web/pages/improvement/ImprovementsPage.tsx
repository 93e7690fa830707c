import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Improvement.module.css'
import { PassOn } from './PassOn.tsx'
import { useFigure } from './where.ts'

export type Improvements = Answered<'GET /api/organizations/:organization/improvements'>
type Row = Improvements['improvements'][number]
type QuickWin = Improvements['quickWins'][number]

/** What becomes better, in which order, and whether it helped. */
export function ImprovementsPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/improvements', { params })
  return (
    <Page
      title={t('shell.improvements')}
      sentence={query.data && <Sentence page={query.data} />}
      actions={
        <>
          <To href={to.closing}>{t('improvement.closing')}</To>
          <To href={to.record('improvements', 'new')}>{t('improvement.raise')}</To>
        </>
      }
    >
      <Shown query={query}>
        {(page) => (
          <>
            <EnglishNote />
            {page.improvements.length === 0 ? (
              <Empty title={t('improvement.none')} says={t('improvement.noneSays')} />
            ) : (
              <Listed page={page} />
            )}
            {page.quickWins.length > 0 && <QuickWins page={page} />}
            {page.lessons.length > 0 && <Lessons page={page} />}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ page: { improvements } }: Readonly<{ page: Improvements }>) {
  const { t } = useTranslation()
  const closed = improvements.filter(({ state }) => state === 'closed')
  const met = closed.filter(({ isMet }) => isMet).length
  const open = improvements.filter(({ state }) => state !== 'closed' && state !== 'rejected')
  const late = open.filter(({ isOverdue }) => isOverdue).length
  return [
    t('improvement.openCount', { count: open.length }),
    late > 0 ? t('improvement.lateCount', { count: late }) : '',
    closed.length > 0 ? t('improvement.metCount', { met, closed: closed.length }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Listed({ page: { improvements } }: Readonly<{ page: Improvements }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const write = useFigure()
  const word = useWordsOf('improvements')
  const value = (one: number | undefined, unit: string) => (one === undefined ? '' : write(one, unit))
  return (
    <Section title={t('improvement.listed')} says={t('improvement.scoreSays')}>
      <div className={styles.wide}>
        <table className={`${styles.table} ${styles.stacked}`}>
          <thead>
            <tr>
              <th>{t('improvement.improvementOne')}</th>
              <th className={styles.number}>{t('improvement.score')}</th>
              <th>{t('improvement.state')}</th>
              <th className={styles.number}>{t('improvement.baseline')}</th>
              <th className={styles.number}>{t('improvement.target')}</th>
              <th className={styles.number}>{t('improvement.effect')}</th>
              <th>{t('improvement.dueOn')}</th>
            </tr>
          </thead>
          <tbody>
            {improvements.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <To href={to.record('improvements', row.id)}>{`${row.number} ${row.title}`}</To>
                  <div className="second">{word(row.source)}</div>
                </th>
                <td className={styles.number}>
                  {row.score === undefined ? '' : format.number(row.score, 0)}
                </td>
                <td>
                  <State row={row} />
                </td>
                <td className={styles.number}>{value(row.baseline, row.unit)}</td>
                <td className={styles.number}>{value(row.target, row.unit)}</td>
                <td className={styles.number}>{value(row.effect, row.unit)}</td>
                <td>{row.dueOn && format.day(row.dueOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {improvements.some(isReadyToPass) && <PassOn rows={improvements.filter(isReadyToPass)} />}
    </Section>
  )
}

function isReadyToPass({ benefitLine, effect }: Row): boolean {
  return benefitLine !== undefined && effect !== undefined
}

function State({ row: { state, isOverdue, isMet } }: Readonly<{ row: Row }>) {
  const { t } = useTranslation()
  const word = useWordsOf('improvements')
  if (isMet !== undefined)
    return (
      <Verdict tone={isMet ? 'conforming' : 'major'}>
        {t(isMet ? 'improvement.outcome.met' : 'improvement.outcome.not met')}
      </Verdict>
    )
  if (isOverdue) return <Verdict tone="major">{t('improvement.overdue')}</Verdict>
  return word(state)
}

/** What the newest evidence shows, with its figures and tickets. */
function QuickWins({ page: { quickWins } }: Readonly<{ page: Improvements }>) {
  const { t } = useTranslation()
  return (
    <Section title={t('improvement.quickWins')} says={t('improvement.quickWinsSay')}>
      <ul className={styles.list}>
        {quickWins.map((one) => (
          <OneQuickWin key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  )
}

function OneQuickWin({ one }: Readonly<{ one: QuickWin }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const write = useFigure()
  const { params, to, whyNot } = useOrganization()
  const take = useChange('POST /api/organizations/:organization/improvements/quick-wins/:quickWin')
  const { measure, check } = one
  return (
    <li>
      <div>
        <strong lang="en">{one.title}</strong>
        <p lang="en">{one.says}</p>
        <p lang="en">{one.do}</p>
        {measure && (
          <p className={styles.small}>
            <To href={to.measure(measure.id)}>
              {t('improvement.shownBy', {
                mean: write(measure.mean, measure.unit),
                bound: write(measure.bound, measure.unit),
                n: format.number(measure.n, 0),
              })}
            </To>
          </p>
        )}
        {check && (
          <p className={styles.small}>
            <To href={to.check(check.id)}>
              {t('improvement.exceptions', {
                exceptions: format.number(check.exceptions, 0),
                population: format.number(check.population, 0),
              })}
            </To>{' '}
            {check.examples.map(({ subject }) => subject).join(', ')}
          </p>
        )}
        <Trouble error={take.error} />
      </div>
      <Act
        size="xs"
        isBusy={take.isPending}
        whyNot={one.isTaken ? t('improvement.isTaken') : whyNot('write registers')}
        label={t('improvement.takeLabel', { title: one.title })}
        onClick={() =>
          take.mutate(
            { params: { ...params, quickWin: one.id }, body: undefined },
            { onSuccess: () => say(t('improvement.taken', { title: one.title })) },
          )
        }
      >
        {t('improvement.take')}
      </Act>
    </li>
  )
}

function Lessons({ page: { lessons } }: Readonly<{ page: Improvements }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Section title={t('improvement.lessons')} says={t('improvement.lessonsSay')}>
      <ul className={styles.list}>
        {lessons.map(({ id, title, advice }) => (
          <li key={id}>
            <div>
              <To href={to.record('lessons', id)}>{title}</To>
              <p className="second">{advice}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
