import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { VerdictBadge } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Audits.module.css'
import { type AuditPage, answers, type Line } from './audit.ts'
import { DrawHere } from './DrawHere.tsx'

type LineProps = Readonly<{ line: Line; audit: AuditPage; mayAnswer: boolean }>

/** One line of a checklist, whole: the question with what is expected, and its answer. */
export function OneLine({ line, audit, mayAnswer }: LineProps) {
  const { t } = useTranslation()
  const { organization } = useOrganization()
  const may = mayAnswer && organization.permissions.includes('hold audits')
  const { asks, results, notes, evidence, answeredBy } = line
  return (
    <div className={styles.body}>
      <p lang="en">{asks.statement}</p>
      <p lang="en">
        <strong>{asks.question}</strong>
      </p>
      {asks.expects.length > 0 && (
        <p className="second" lang="en">
          {t('audits.expects')} {asks.expects.join('; ')}
        </p>
      )}
      {results.length > 0 && <Results results={results} />}
      {may ? (
        <AnswerForm line={line} audit={audit.id} />
      ) : (
        <>
          <p className={styles.said}>{notes}</p>
          {evidence.map(({ title, target }) => (
            <p key={`${title} ${target}`}>
              {title} <span className="second">{target}</span>
            </p>
          ))}
        </>
      )}
      {answeredBy && <p className="second">{t('audits.answeredBy', { name: answeredBy.name })}</p>}
      {may && <DrawHere audit={audit.id} line={line} />}
    </div>
  )
}

function Results({ results }: Readonly<{ results: Line['results'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <ul className={styles.plain} aria-label={t('audits.checksThen')}>
      {results.map((one) => (
        <li key={one.check}>
          <VerdictBadge verdict={one.verdict} />{' '}
          <To href={to.check(one.check)}>
            <span lang="en">{one.title}</span>
          </To>{' '}
          <span className="second">
            {t('ui.of', { part: one.met, whole: one.population })}
            {one.collectedAt && `, ${format.day(one.collectedAt)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function AnswerForm({ line, audit }: Readonly<{ line: Line; audit: string }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/audits/:audit/answers')
  const [answer, setAnswer] = useState(line.answer)
  const [notes, setNotes] = useState(line.notes)
  const [title, setTitle] = useState('')
  const [target, setTarget] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const evidence = title.trim()
      ? [...line.evidence, { title: title.trim(), target: target.trim() }]
      : line.evidence
    keep.mutate(
      {
        params: { ...params, audit },
        body: {
          answers: [
            {
              requirement: line.requirement,
              notes,
              evidence,
              version: line.version,
              ...(answer ? { answer } : {}),
            },
          ],
        },
      },
      { onSuccess: () => say(t('audits.answerKept', { requirement: line.requirement })) },
    )
  }
  return (
    <form onSubmit={submit}>
      <fieldset className={styles.answers}>
        <legend className="unseen">{t('audits.answer')}</legend>
        {answers.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`answer ${line.requirement}`}
              checked={answer === one}
              onChange={() => setAnswer(one)}
            />
            {t(`audits.answers.${one}`)}
          </label>
        ))}
      </fieldset>
      <Textarea
        label={t('audits.notes')}
        autosize
        minRows={2}
        maxLength={8000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {line.evidence.map((one) => (
        <p key={`${one.title} ${one.target}`}>
          {one.title} <span className="second">{one.target}</span>
        </p>
      ))}
      <div className={styles.row}>
        <TextInput
          label={t('audits.seen')}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t('audits.where')}
          maxLength={2000}
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        <Act type="submit" size="xs" isPrimary isBusy={keep.isPending}>
          {t('audits.keepAnswer')}
        </Act>
      </div>
      <Wrong error={keep.error} />
    </form>
  )
}
