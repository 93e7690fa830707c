import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { Download } from '../../ui/Download.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Duties } from './Duties.tsx'
import styles from './Improvement.module.css'
import { Subscribe } from './Subscribe.tsx'
import { type Calendar, useWhere } from './where.ts'

type Entry = Calendar['entries'][number]

const tones = { done: 'conforming', overdue: 'major', due: 'partially', ahead: 'not_assessed' } as const
const kinds = [
  'audit',
  'certificate',
  'review',
  'action',
  'duty',
  'document',
  'agreement',
  'risk',
  'objective',
  'improvement',
  'training',
  'obligation',
] as const satisfies readonly Entry['kind'][]

/** Everything that is dated: what is late, what comes, and what has to be done again and again. */
export function CalendarPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/calendar', { params })
  return (
    <Page
      title={t('shell.calendar')}
      sentence={query.data && <Sentence calendar={query.data} />}
      actions={<Deeds />}
    >
      <Shown query={query}>
        {(calendar) => (
          <>
            <EnglishNote />
            <Entries calendar={calendar} />
            <Duties calendar={calendar} />
            <Subscribe />
          </>
        )}
      </Shown>
    </Page>
  )
}

function Deeds() {
  const { t, i18n } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const remind = useChange('POST /api/organizations/:organization/calendar/reminders')
  return (
    <>
      <Download href={`/api/organizations/${params.organization}/calendar/file?language=${i18n.language}`}>
        {t('improvement.calendarFile')}
      </Download>
      <Act
        isBusy={remind.isPending}
        whyNot={whyNot('manage baselines')}
        onClick={() =>
          remind.mutate(
            { params, body: undefined },
            { onSuccess: ({ reminded }) => say(t('improvement.reminded', { count: reminded })) },
          )
        }
      >
        {t('improvement.remind')}
      </Act>
      <Trouble error={remind.error} />
    </>
  )
}

function Sentence({ calendar: { entries, duties } }: Readonly<{ calendar: Calendar }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = (state: Entry['state']) => entries.filter((one) => one.state === state).length
  const missed = duties.filter(({ state }) => state === 'missed').length
  const next = entries.find(({ state }) => state === 'due' || state === 'ahead')
  return [
    t('improvement.overdueCount', { count: count('overdue') }),
    t('improvement.dueCount', { count: count('due') }),
    t('improvement.missedCount', { count: missed }),
    next ? t('improvement.nextEntry', { day: format.day(next.on) }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Entries({ calendar }: Readonly<{ calendar: Calendar }>) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  const kind = said.kind
  const shown = calendar.entries.filter((one) => kind === undefined || one.kind === kind)
  const waiting = shown.filter(({ state }) => state !== 'done')
  const byYear = [
    ...Map.groupBy(
      waiting.filter(({ state }) => state !== 'overdue'),
      ({ on }) => on.slice(0, 4),
    ),
  ]
  const done = shown.filter(({ state }) => state === 'done').toReversed()
  const overdue = waiting.filter(({ state }) => state === 'overdue')
  return (
    <>
      <div className={styles.row}>
        <Select
          label={t('improvement.show')}
          clearable
          placeholder={t('improvement.everything')}
          data={kinds.map((value) => ({ value, label: t(`improvement.entry.${value}`) }))}
          value={kind ?? null}
          onChange={(value) => say({ kind: value ?? undefined })}
        />
      </div>
      {overdue.length > 0 && <List title={t('improvement.overdueHead')} entries={overdue} />}
      {byYear.map(([year, entries], at) => (
        <List key={year} title={year} entries={entries} isFolded={at > 0} />
      ))}
      {done.length > 0 && <List title={t('improvement.doneYear')} entries={done} isFolded />}
    </>
  )
}

function List({
  title,
  entries,
  isFolded = false,
}: Readonly<{ title: string; entries: readonly Entry[]; isFolded?: boolean }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const where = useWhere()
  const table = (
    <div className={styles.wide}>
      <table className={`${styles.table} ${styles.stacked}`}>
        <thead>
          <tr>
            <th>{t('improvement.day')}</th>
            <th>{t('improvement.what')}</th>
            <th>{t('improvement.kindOf')}</th>
            <th>{t('improvement.pdca')}</th>
            <th>{t('improvement.owner')}</th>
            <th>{t('improvement.state')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{format.day(entry.on)}</td>
              <th scope="row">
                <To href={where(entry.where)}>
                  <Title entry={entry} />
                </To>
              </th>
              <td>{t(`improvement.entry.${entry.kind}`)}</td>
              <td>{t(`improvement.pdcaStep.${entry.step}`)}</td>
              <td>{entry.owner}</td>
              <td>
                <Verdict tone={tones[entry.state]}>{t(`improvement.entryState.${entry.state}`)}</Verdict>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  if (!isFolded) return <Section title={`${title} (${format.number(entries.length, 0)})`}>{table}</Section>
  return (
    <details className={styles.input}>
      <summary>
        {title} ({format.number(entries.length, 0)})
      </summary>
      {table}
    </details>
  )
}

function Title({ entry: { kind, title } }: Readonly<{ entry: Entry }>) {
  const { t, i18n } = useTranslation()
  const step = `improvement.step.${title}`
  if (kind === 'audit' && i18n.exists(step)) return t(step as 'improvement.step.decision')
  if (kind === 'training') return t('improvement.trainingDue', { count: Number(title) })
  if (kind === 'review') return t('improvement.nextReview')
  if (kind === 'certificate') return t('improvement.expires', { number: title })
  return kind === 'duty' ? <span lang="en">{title}</span> : title
}
