import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Monitoring.module.css'
import { useSayers } from './use-sayers.ts'

type Own = Answered<'GET /api/organizations/:organization/own-kpis'>['items'][number]
type Tried = Answered<'POST /api/organizations/:organization/own-kpis/trial'>['months']

const start = `select
    incident.created_month as period,
    count(*) filter (where incident.is_major) as part,
    count(*) as whole
from incident
group by incident.created_month
order by period`

const directions = ['up', 'down', 'neutral', 'to zero'] as const

/** Writes an own KPI: the select is tried on the data first, and what it answered is shown. */
export function OwnForm({ edited, done }: Readonly<{ edited: Own | undefined; done: () => void }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const attempt = useChange('POST /api/organizations/:organization/own-kpis/trial')
  const keep = useChange('POST /api/organizations/:organization/own-kpis')
  const [said, setSaid] = useState(() => draftOf(edited))
  const [sql, setSql] = useState(edited?.sql ?? start)
  const { answers } = said
  const [tried, setTried] = useState<Readonly<{ sql: string; months: Tried }>>()
  const may = whyNot('write registers')
  const isTried = tried?.sql === `${answers} ${sql}`
  const attemptIt = () =>
    attempt.mutate(
      { params, body: { sql, answers } },
      { onSuccess: ({ months }) => setTried({ sql: `${answers} ${sql}`, months }) },
    )
  const keepIt = () =>
    keep.mutate(
      { params, body: { ...said, sql, ...(edited ? { kpi: edited.kpi } : {}) } },
      {
        onSuccess: ({ kpi }) => {
          say(t('monitoring.ownKept', { kpi }))
          done()
        },
      },
    )
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isTried) keepIt()
        else attemptIt()
      }}
    >
      <Named said={said} setSaid={setSaid} isFixed={edited !== undefined} />
      <Textarea
        className={styles.sql}
        label={t('monitoring.own.sql')}
        required
        withAsterisk={false}
        autosize
        minRows={8}
        maxLength={20_000}
        spellCheck={false}
        value={sql}
        onChange={({ currentTarget: { value } }) => setSql(value)}
      />
      <Trouble error={attempt.error} />
      {isTried && <Answer months={tried.months} answers={answers} unit={said.unit} />}
      {isTried && (
        <TextInput
          label={t('monitoring.reason')}
          required
          withAsterisk={false}
          value={said.reason}
          onChange={({ currentTarget: { value } }) => setSaid({ ...said, reason: value })}
        />
      )}
      <Trouble error={keep.error} />
      <div>
        <Act type="submit" isBusy={attempt.isPending || keep.isPending} whyNot={may}>
          {t(isTried ? 'monitoring.own.keep' : 'monitoring.own.try')}
        </Act>
      </div>
    </form>
  )
}

type Draft = ReturnType<typeof draftOf>

function draftOf(edited: Own | undefined) {
  const { title = '', claim = '', unit = '%', answers = 'share', direction = 'down' } = edited ?? {}
  return { title, claim, unit, answers, direction, reason: '' }
}

type NamedProps = Readonly<{ said: Draft; setSaid: (said: Draft) => void; isFixed: boolean }>

/** What the KPI is called, what it answers with, and which way is good. */
function Named({ said, setSaid, isFixed }: NamedProps) {
  const { t } = useTranslation()
  return (
    <>
      {(['title', 'claim'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`monitoring.own.${name}`)}
          required
          withAsterisk={false}
          value={said[name]}
          onChange={({ currentTarget: { value } }) => setSaid({ ...said, [name]: value })}
        />
      ))}
      <div className={styles.row}>
        <NativeSelect
          label={t('monitoring.own.answers')}
          value={said.answers}
          disabled={isFixed}
          onChange={({ currentTarget: { value } }) =>
            setSaid({ ...said, answers: value === 'value' ? 'value' : 'share' })
          }
          data={(['share', 'value'] as const).map((value) => ({
            value,
            label: t(`monitoring.own.${value}`),
          }))}
        />
        <TextInput
          label={t('evidence.unit')}
          required
          withAsterisk={false}
          value={said.unit}
          onChange={({ currentTarget: { value } }) => setSaid({ ...said, unit: value })}
        />
        <NativeSelect
          label={t('monitoring.direction')}
          value={said.direction}
          onChange={({ currentTarget: { value } }) =>
            setSaid({ ...said, direction: directions.find((one) => one === value) ?? 'neutral' })
          }
          data={directions.map((value) => ({ value, label: t(`evidence.directions.${value}`) }))}
        />
      </div>
    </>
  )
}

type AnswerProps = Readonly<{ months: Tried; answers: 'share' | 'value'; unit: string }>

/** What the select answered: the newest months first. */
function Answer({ months, answers, unit }: AnswerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useSayers().writerOf({ answers, unit })
  return (
    <div>
      <h3>{t('monitoring.own.answered', { count: months.length })}</h3>
      <ul className={styles.items}>
        {months
          .toReversed()
          .slice(0, 12)
          .map(({ period, number, part, whole, n }) => (
            <li key={period}>
              {`${format.month(period)}: ${number === undefined ? t('ui.noData') : write(number)} `}
              <span className="second">
                {part === undefined
                  ? t('ui.n', { n })
                  : `${format.number(part)} / ${format.number(whole ?? 0)}`}
              </span>
            </li>
          ))}
      </ul>
    </div>
  )
}
