import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { Course } from './adoption.ts'
import styles from './Quiz.module.css'

type Attempt = Answered<'POST /api/organizations/:organization/adoption/courses/:course/attempts'>
type Marked =
  Answered<'POST /api/organizations/:organization/adoption/courses/:course/attempts/:attempt/answers'>

/** The quiz of a course: begun, answered, marked; who passes is led to the certificate. */
export function Quiz({ course }: Readonly<{ course: Course }>) {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const [attempt, setAttempt] = useState<Attempt>()
  const [marked, setMarked] = useState<Marked>()
  const begin = useChange('POST /api/organizations/:organization/adoption/courses/:course/attempts')
  const start = () =>
    begin.mutate(
      { params: { ...params, course: course.id } },
      {
        onSuccess: (made) => {
          setMarked(undefined)
          setAttempt(made)
        },
      },
    )
  if (marked) return <Outcome marked={marked} again={start} />
  if (attempt) return <Questions key={attempt.id} course={course.id} attempt={attempt} done={setMarked} />
  if (course.mine?.certificate)
    return <To href={to.certificate(course.mine.certificate)}>{t('adoption.courses.certificate')}</To>
  return (
    <div className={styles.quiz}>
      <p>{t('adoption.quiz.says', { draw: course.draw })}</p>
      <Wrong error={begin.error} />
      <Act
        isPrimary
        isBusy={begin.isPending}
        onClick={start}
        whyNot={course.mine ? undefined : t('adoption.quiz.notYours')}
      >
        {t('adoption.quiz.begin')}
      </Act>
    </div>
  )
}

type QuestionsProps = Readonly<{ course: string; attempt: Attempt; done: (marked: Marked) => void }>

function Questions({ course, attempt, done }: QuestionsProps) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [answers, setAnswers] = useState<Readonly<Record<string, number>>>({})
  const finish = useChange(
    'POST /api/organizations/:organization/adoption/courses/:course/attempts/:attempt/answers',
  )
  const open = attempt.questions.length - Object.keys(answers).length
  const send = () =>
    finish.mutate(
      { params: { ...params, course, attempt: attempt.id }, body: { answers: { ...answers } } },
      { onSuccess: done },
    )
  return (
    <div className={styles.quiz}>
      <h2>{t('adoption.quiz.attempt', { number: attempt.number })}</h2>
      {attempt.questions.map(({ id, ask, options }, place) => (
        <fieldset key={id} className={styles.question} lang="en">
          <legend>
            {place + 1}. {ask}
          </legend>
          {options.map((option, at) => (
            <label key={option}>
              <input
                type="radio"
                name={id}
                checked={answers[id] === at}
                onChange={() => setAnswers((old) => ({ ...old, [id]: at }))}
              />
              <span>{option}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Wrong error={finish.error} />
      <Act
        isPrimary
        isBusy={finish.isPending}
        onClick={send}
        whyNot={open > 0 ? t('adoption.quiz.open', { count: open }) : undefined}
      >
        {t('adoption.quiz.finish')}
      </Act>
    </div>
  )
}

function Outcome({ marked, again }: Readonly<{ marked: Marked; again: () => void }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { isPassed, right, asked, score, attemptsLeft, certificate, missed } = marked
  return (
    <div className={styles.quiz} role="status">
      <Verdict tone={isPassed ? 'conforming' : 'partially'}>
        {t(isPassed ? 'adoption.quiz.passed' : 'adoption.quiz.notPassed', {
          right,
          asked,
          share: format.percent(score, 0),
        })}
      </Verdict>
      {certificate && <To href={to.certificate(certificate)}>{t('adoption.courses.certificate')}</To>}
      {missed.length > 0 && (
        <section aria-label={t('adoption.quiz.missed')}>
          <h3>{t('adoption.quiz.missed')}</h3>
          <ul lang="en">
            {missed.map(({ ask, right: best, because }) => (
              <li key={ask}>
                {ask}
                {best && (
                  <>
                    {' '}
                    <strong>{best}.</strong> {because}
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isPassed &&
        (attemptsLeft > 0 ? (
          <Act isPrimary onClick={again}>
            {t('adoption.quiz.again', { count: attemptsLeft })}
          </Act>
        ) : (
          <p>{t('adoption.quiz.talk')}</p>
        ))}
    </div>
  )
}
