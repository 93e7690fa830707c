import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Strategy.module.css'
import type { Strategy } from './strategy.ts'

type Hypothesis = Strategy['hypotheses'][number]

const toneOf = {
  supported: 'conforming',
  refuted: 'major',
  undecided: 'partially',
  'no data': 'not_assessed',
} as const satisfies Record<Hypothesis['tested']['verdict'], ToneName>

const claims = ['at least', 'at most'] as const

/** What is believed, and what the newest evidence says of it, with n and interval. */
export function Hypotheses({ strategy }: Readonly<{ strategy: Strategy }>) {
  const { t } = useTranslation()
  return (
    <Section title={t('strategy.hypotheses')} says={t('strategy.hypothesesSay')}>
      {strategy.hypotheses.length > 0 && (
        <ul className={styles.list}>
          {strategy.hypotheses.map((one) => (
            <OneHypothesis key={one.id} hypothesis={one} />
          ))}
        </ul>
      )}
      <Write questions={strategy.questions} />
    </Section>
  )
}

function OneHypothesis({ hypothesis }: Readonly<{ hypothesis: Hypothesis }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { id, title, problem, question, isCheck, claim, bound, tested } = hypothesis
  const unit = tested.unit ?? ''
  const limit = { bound: `${bound} ${unit}`.trim() }
  return (
    <li>
      <div>
        <To href={to.record('hypotheses', id)}>{title}</To>
        {problem && <p className="second">{problem}</p>}
        <p className={styles.small}>
          <To href={isCheck ? to.check(question) : to.measure(question)}>
            <span lang="en">{tested.title ?? question}</span>
          </To>{' '}
          {claim === 'at least' ? t('strategy.atLeast', limit) : t('strategy.atMost', limit)}
        </p>
        <Found tested={tested} />
      </div>
      <Verdict tone={toneOf[tested.verdict]}>{t(`strategy.tested.${tested.verdict}`)}</Verdict>
    </li>
  )
}

function Found({ tested }: Readonly<{ tested: Hypothesis['tested'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { value, interval, n, counts, because, unit = '' } = tested
  if (value === undefined)
    return (
      <p className="second" lang="en">
        {because}
      </p>
    )
  const said = { value: `${format.number(value)} ${unit}`.trim(), n, counts: t(`strategy.counts.${counts}`) }
  return (
    <p className="second">
      {interval
        ? t('strategy.found', {
            ...said,
            low: format.number(interval.low),
            high: format.number(interval.high),
          })
        : t('strategy.foundOnly', said)}
    </p>
  )
}

function Write({ questions }: Pick<Strategy, 'questions'>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const write = useChange('POST /api/organizations/:organization/registers/:register/records')
  const [hypothesis, setHypothesis] = useState('')
  const [problem, setProblem] = useState('')
  const [question, setQuestion] = useState(questions[0]?.id ?? '')
  const [claim, setClaim] = useState<string>('at least')
  const [bound, setBound] = useState<number | string>('')
  const unit = questions.find(({ id }) => id === question)?.unit ?? ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const data = { hypothesis, question, claim, bound: Number(bound), ...(problem ? { problem } : {}) }
    write.mutate(
      { params: { ...params, register: 'hypotheses' }, body: { data } },
      {
        onSuccess: () => {
          setHypothesis('')
          setProblem('')
          setBound('')
          say(t('strategy.kept'))
        },
      },
    )
  }
  return (
    <details>
      <summary>{t('strategy.newHypothesis')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('strategy.hypothesis')}
          required
          withAsterisk={false}
          maxLength={300}
          value={hypothesis}
          onChange={(event) => setHypothesis(event.currentTarget.value)}
        />
        <TextInput
          label={t('strategy.problem')}
          maxLength={300}
          value={problem}
          onChange={(event) => setProblem(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('strategy.question')}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          data={questions.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <div className={styles.row}>
          <NativeSelect
            label={t('strategy.claim')}
            value={claim}
            onChange={(event) => setClaim(event.currentTarget.value)}
            data={claims.map((one) => ({ value: one, label: t(`strategy.claims.${one}`) }))}
          />
          <NumberInput
            label={t('strategy.bound', { unit })}
            required
            withAsterisk={false}
            hideControls
            value={bound}
            onChange={setBound}
          />
        </div>
        <Trouble error={write.error} />
        <div>
          <Act type="submit" isBusy={write.isPending} whyNot={whyNot('write registers')}>
            {t('strategy.keep')}
          </Act>
        </div>
      </form>
    </details>
  )
}
