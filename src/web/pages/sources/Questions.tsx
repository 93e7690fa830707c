import { Radio, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Sources.module.css'
import { readIn, zoneHere } from './zone-reading.ts'

type Question = Answered<'GET /api/organizations/:organization/sources/questions'>['items'][number]
type Reply =
  | { about: 'timezone'; answer: string }
  | { about: 'day order'; file: string; answer: 'day first' | 'month first' }

const keyOf = ({ about, file }: Question) => `${about} ${file}`

/** What the files leave open, each reading shown on an example of theirs. */
export function Questions({ questions }: Readonly<{ questions: readonly Question[] }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const toast = useToast()
  const change = useChange('PUT /api/organizations/:organization/sources/questions')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const isWhole = questions.every((question) => (chosen[keyOf(question)] ?? '') !== '')

  const send = (event: FormEvent) => {
    event.preventDefault()
    const answers = questions.map((question) => replyTo(question, chosen[keyOf(question)] ?? ''))
    change.mutate({ params, body: { answers } }, { onSuccess: () => toast(t('sources.answered')) })
  }
  return (
    <Section title={t('sources.questions')} says={t('sources.questionsSay')}>
      <form onSubmit={send} className={styles.questions}>
        {questions.map((question) => (
          <Choice
            key={keyOf(question)}
            question={question}
            value={chosen[keyOf(question)] ?? ''}
            choose={(value) => setChosen((old) => ({ ...old, [keyOf(question)]: value }))}
          />
        ))}
        <Wrong error={change.error} />
        <div>
          <Act
            type="submit"
            isPrimary
            isBusy={change.isPending}
            whyNot={whyNot('import tickets') ?? (isWhole ? undefined : t('sources.questionsOpen'))}
          >
            {t('sources.answerDo')}
          </Act>
        </div>
      </form>
    </Section>
  )
}

type ChoiceProps = Readonly<{ question: Question; value: string; choose: (value: string) => void }>

function Choice({ question, value, choose }: ChoiceProps) {
  const { t } = useTranslation()
  const { about, file, columns, example, readings } = question
  if (about === 'timezone') return <ZoneChoice question={question} value={value} choose={choose} />
  return (
    <div className={styles.question}>
      <Radio.Group
        label={t('sources.dayOrder', { file })}
        description={t('sources.where', { columns: columns.join(', '), example })}
        value={value}
        onChange={choose}
      >
        {readings.map(({ answer, reads }) => (
          <Radio
            key={answer}
            value={answer}
            label={t(`sources.${answer as 'day first' | 'month first'}`)}
            description={t('sources.reads', { example, reads })}
          />
        ))}
      </Radio.Group>
    </div>
  )
}

/** The zones that are likely, this browser's among them, and any other; each shows what it makes of the example. */
function ZoneChoice({ question, value, choose }: ChoiceProps) {
  const { t } = useTranslation()
  const { columns, example, readings } = question
  const wall = readings.find(({ answer }) => answer === 'UTC')?.reads ?? ''
  const isNew = readings.every(({ answer }) => answer !== zoneHere)
  const likely = [
    ...readings.map(({ answer, reads }) => ({ zone: answer, label: answer, reads })),
    ...(isNew
      ? [
          {
            zone: zoneHere,
            label: t('sources.hereZone', { zone: zoneHere }),
            reads: sayUtc(readIn(zoneHere, wall)),
          },
        ]
      : []),
  ]
  const isOther = value !== '' && likely.every(({ zone }) => zone !== value)
  const reads = isOther ? sayUtc(readIn(value, wall)) : ''
  return (
    <div className={styles.question}>
      <Radio.Group
        label={t('sources.zone')}
        description={t('sources.where', { columns: columns.join(', '), example })}
        value={isOther ? '' : value}
        onChange={choose}
      >
        {likely.map((one) => (
          <Radio
            key={one.zone}
            value={one.zone}
            label={one.label}
            description={one.reads && t('sources.reads', { example, reads: one.reads })}
          />
        ))}
      </Radio.Group>
      <TextInput
        label={t('sources.otherZone')}
        description={reads ? t('sources.reads', { example, reads }) : t('sources.otherZoneHint')}
        value={isOther ? value : ''}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </div>
  )
}

function sayUtc(reading: string | undefined): string {
  return reading ? `${reading} UTC` : ''
}

function replyTo({ about, file }: Question, answer: string): Reply {
  if (about === 'timezone') return { about, answer }
  return { about, file, answer: answer === 'month first' ? 'month first' : 'day first' }
}
