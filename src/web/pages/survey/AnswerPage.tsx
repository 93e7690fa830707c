import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { Refused } from '../../data/refused.ts'
import { useCodeOfLink } from '../../ui/code-of-link.ts'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Failed, Lines } from '../../ui/States.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Answer.module.css'
import { Scale } from './Scale.tsx'

type Ballot = Answered<'POST /api/surveys/opening'>

const longest = 2000

/** The sheet behind a link of a survey: answered without signing in, once. */
export function AnswerPage() {
  const { t } = useTranslation()
  const code = useCodeOfLink()
  const query = useAsk('POST /api/surveys/opening', code ? { body: { code } } : undefined)
  const [isSent, setIsSent] = useState(false)
  const isGone = code === '' || (query.error instanceof Refused && query.error.status === 404)

  if (isSent)
    return (
      <Sheet title={t('adoption.answer.thanks')}>
        <p role="status">{t('adoption.answer.thanksSays')}</p>
      </Sheet>
    )
  if (query.data) return <Questions code={code} ballot={query.data} sent={() => setIsSent(true)} />
  return (
    <Sheet title={t('adoption.answer.title')}>
      {isGone && <p>{t('adoption.answer.gone')}</p>}
      {!isGone && query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isLoading && <Lines />}
    </Sheet>
  )
}

function Sheet({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])
  return (
    <main className={styles.sheet}>
      <p className={styles.product}>{t('shell.product')}</p>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

type QuestionsProps = Readonly<{ code: string; ballot: Ballot; sent: () => void }>

function Questions({ code, ballot, sent }: QuestionsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const [items, setItems] = useState<Readonly<Record<string, number>>>({})
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const [comment, setComment] = useState('')
  const send = useChange('POST /api/surveys/answers')
  const asked = ballot.dimensions.flatMap((dimension) => dimension.items).length + ballot.choices.length
  const answered = Object.keys(items).length + Object.keys(choices).length

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const remark = comment.trim() ? { comment } : {}
    const body = { code, items: { ...items }, choices: { ...choices }, ...remark }
    send.mutate({ body }, { onSuccess: sent })
  }
  return (
    <Sheet title={ballot.title}>
      <p>{said(ballot.says)}</p>
      <p className={styles.promise}>
        {t('adoption.answer.promise', {
          organization: ballot.organization,
          smallest: ballot.smallest,
          day: format.day(ballot.closesOn),
        })}
      </p>
      <form onSubmit={submit} className={styles.form}>
        {ballot.dimensions.map((dimension) => (
          <section key={dimension.id} aria-label={said(dimension.name)} className={styles.part}>
            <h2>{said(dimension.name)}</h2>
            {dimension.items.map(({ id, text }) => (
              <Scale
                key={id}
                name={id}
                text={said(text)}
                options={ballot.labels.map((label, at) => ({ value: String(at + 1), label: said(label) }))}
                value={items[id] === undefined ? undefined : String(items[id])}
                choose={(value) => setItems((old) => ({ ...old, [id]: Number(value) }))}
              />
            ))}
          </section>
        ))}
        {ballot.choices.map((question) => (
          <Scale
            key={question.id}
            name={question.id}
            text={said(question.text)}
            options={question.choices.map(({ id, text }) => ({ value: id, label: said(text) }))}
            value={choices[question.id]}
            choose={(value) => setChoices((old) => ({ ...old, [question.id]: value }))}
          />
        ))}
        {ballot.takesComment && (
          <Textarea
            label={t('adoption.answer.comment')}
            description={t('adoption.answer.commentHint')}
            value={comment}
            maxLength={longest}
            autosize
            minRows={3}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        )}
        <div className={styles.end}>
          <p className="second" aria-live="polite">
            {t('adoption.answer.done', { done: answered, asked })}
          </p>
          <Wrong error={send.error} />
          <Button type="submit" size="md" loading={send.isPending}>
            {t('adoption.answer.send')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
