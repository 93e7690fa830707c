import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Underway, useIsUnderway } from '../../ui/Underway.tsx'
import { RatingBadge, Verdict } from '../../ui/Verdict.tsx'
import { Figures } from './Figures.tsx'
import { FindingTasks } from './FindingTasks.tsx'
import { Standing } from './Standing.tsx'
import styles from './Today.module.css'

type Today = Answered<'GET /api/organizations/:organization/today'>
type Task = Today['tasks'][number]

/** What waits for whoever asks: own tasks first, then what others need and what has moved. */
export function TodayPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/today', { params })
  return (
    <Page title={t('shell.today')} sentence={query.data && <Sentence today={query.data} />}>
      <Standing />
      <Shown query={query}>{(today) => <Waiting today={today} />}</Shown>
      <Figures />
    </Page>
  )
}

function Sentence({ today }: Readonly<{ today: Today }>) {
  const { t } = useTranslation()
  const open = [...today.tasks.filter(({ isDone }) => !isDone), ...(today.findings ?? [])]
  const late = open.filter(({ isOverdue }) => isOverdue).length
  const parts = [
    open.length === 0 ? t('today.noTask') : t('today.tasksOpen', { count: open.length }),
    late > 0 ? t('today.late', { count: late }) : '',
    today.confirmations?.length ? t('today.toConfirm', { count: today.confirmations.length }) : '',
    today.drifts?.length ? t('today.drifted', { count: today.drifts.length }) : '',
    today.stale?.length ? t('today.running', { count: today.stale.length }) : '',
  ]
  return parts.filter(Boolean).join(' ')
}

function Waiting({ today }: Readonly<{ today: Today }>) {
  const { t } = useTranslation()
  const { to, organization } = useOrganization()
  const { tasks, findings = [], confirmations = [], overdue = [], stale = [], drifts = [] } = today
  const isUnderway = useIsUnderway()
  const lists = [tasks, findings, confirmations, overdue, stale, drifts]
  const count = lists.reduce((sum, { length }) => sum + length, 0)
  if (count === 0 && isUnderway) return <Underway />
  if (count === 0)
    return (
      <Empty
        title={t('today.empty')}
        says={t('today.emptySays')}
        action={
          organization.permissions.includes('read readiness') && (
            <To href={to.readiness}>{t('shell.readiness')}</To>
          )
        }
      />
    )
  return (
    <>
      <EnglishNote />
      {tasks.length > 0 && (
        <Section title={t('today.mine')}>
          <Tasks tasks={tasks} isMine />
        </Section>
      )}
      {findings.length > 0 && <FindingTasks tasks={findings} />}
      {drifts.length > 0 && <Drifts drifts={drifts} />}
      {confirmations.length > 0 && <Confirmations confirmations={confirmations} />}
      {overdue.length > 0 && (
        <Section title={t('today.overdue')}>
          <Tasks tasks={overdue} isMine={false} />
        </Section>
      )}
      {stale.length > 0 && <Stale stale={stale} />}
    </>
  )
}

function Tasks({ tasks, isMine }: Readonly<{ tasks: readonly Task[]; isMine: boolean }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <ul className={styles.list}>
      {tasks.map((task) => (
        <li key={`${task.requirement} ${task.person.id}`}>
          <div>
            <To href={to.requirement(task.requirement)}>
              {task.requirement} <span lang="en">{task.title}</span>
            </To>
            <div className="second">
              {isMine ? t('today.askedBy', { name: task.assignedBy }) : task.person.name}
              {task.note && ` · ${task.note}`}
            </div>
          </div>
          <State task={task} day={task.dueOn ? format.day(task.dueOn) : undefined} />
        </li>
      ))}
    </ul>
  )
}

function State({ task, day }: Readonly<{ task: Task; day: string | undefined }>) {
  const { t } = useTranslation()
  if (task.isDone) return <Verdict tone="conforming">{t('today.answered')}</Verdict>
  if (task.isOverdue) return <Verdict tone="major">{t('today.lateSince', { day: day ?? '' })}</Verdict>
  return <span className="second">{day ? t('today.dueOn', { day }) : t('today.noDue')}</span>
}

function Drifts({ drifts }: Readonly<{ drifts: NonNullable<Today['drifts']> }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const share = (value: number | undefined) => (value === undefined ? t('ui.noData') : format.percent(value))
  return (
    <Section title={t('today.drifts')} says={t('today.driftsSay')}>
      <ul className={styles.list}>
        {drifts.map((drift) => (
          <li key={drift.check}>
            <div lang="en">
              <strong>{drift.title}</strong>
              <div className="second">{drift.says}</div>
            </div>
            <Figure
              value={t('today.fromTo', { before: share(drift.shareBefore), after: share(drift.shareAfter) })}
              href={to.check(drift.check)}
              origin={{ n: drift.population, check: drift.check }}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Confirmations({ confirmations }: Readonly<{ confirmations: NonNullable<Today['confirmations']> }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('today.confirmations')} says={t('today.confirmationsSay')}>
      <ul className={styles.list}>
        {confirmations.map((one) => (
          <li key={one.requirement}>
            <div>
              <To href={to.requirement(one.requirement)}>
                {one.requirement} <span lang="en">{one.title}</span>
              </To>
              <div className="second">
                {one.ratedBy.name}, {format.instant(one.ratedAt)}
              </div>
            </div>
            <RatingBadge rating={one.rating} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Stale({ stale }: Readonly<{ stale: NonNullable<Today['stale']> }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('today.stale')}>
      <ul className={styles.list}>
        {stale.map((one) => {
          const day = format.day(one.expiresOn)
          return (
            <li key={one.id}>
              <To href={to.requirement(one.requirement)}>
                {one.requirement} {one.title}
              </To>
              {one.isExpired ? (
                <Verdict tone="minor">{t('requirements.expired', { on: day })}</Verdict>
              ) : (
                <span className="second">{t('requirements.expires', { on: day })}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
