import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../data/call.ts'
import { Act } from './Act.tsx'
import styles from './FindingText.module.css'
import { Wrong } from './Wrong.tsx'

type Row = Answered<'GET /api/organizations/:organization/findings'>['items'][number]

/** The parts that the text of a finding has. */
export type FindingWords = Readonly<{
  grade: Row['grade']
  title: string
  requirements: string[]
  evidence: string
  missing: string
  gradeReason: string
  extent: string
  source?: Row['source']
}>

type FindingTextProps = Readonly<{
  start?: Partial<FindingWords>
  submit: string
  isBusy: boolean
  error: Error | null
  /** Where it came from can be said too; an audit says it itself. */
  hasSource?: boolean
  send: (text: FindingWords) => void
}>

const grades = ['major', 'minor', 'opportunity', 'good practice'] as const
const sources = ['by hand', 'complaint', 'signal', 'external audit'] as const
const texts = ['evidence', 'missing', 'gradeReason', 'extent'] as const

/** The text of a finding, part by part: requirement, evidence, what is missing, grade with its reason, extent. */
export function FindingText({
  start = {},
  submit,
  isBusy,
  error,
  hasSource = false,
  send,
}: FindingTextProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState<FindingWords>({
    grade: 'minor',
    title: '',
    requirements: [],
    evidence: '',
    missing: '',
    gradeReason: '',
    extent: '',
    ...start,
  })
  const [ids, setIds] = useState(words.requirements.join(', '))
  const set = (part: Partial<FindingWords>) => setWords((old) => ({ ...old, ...part }))
  const finish = (event: FormEvent) => {
    event.preventDefault()
    send({ ...words, requirements: ids.split(/[\s,;]+/).filter(Boolean) })
  }
  return (
    <form className={styles.form} onSubmit={finish}>
      <TextInput
        className={styles.wide}
        label={t('findings.what')}
        required
        withAsterisk={false}
        maxLength={300}
        value={words.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('findings.grade')}
        value={words.grade}
        data={grades.map((value) => ({ value, label: t(`findings.grades.${value}`) }))}
        onChange={(event) =>
          set({ grade: event.currentTarget.value as Row['grade'] /* one of the options */ })
        }
      />
      <TextInput
        label={t('findings.requirements')}
        description={t('findings.requirementsHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        withAsterisk={false}
        value={ids}
        onChange={(event) => setIds(event.currentTarget.value)}
      />
      {hasSource && (
        <NativeSelect
          label={t('findings.source')}
          value={words.source ?? 'by hand'}
          data={sources.map((value) => ({ value, label: t(`findings.sources.${value}`) }))}
          onChange={(event) =>
            set({ source: event.currentTarget.value as Row['source'] /* one of the options */ })
          }
        />
      )}
      {texts.map((part) => (
        <Textarea
          key={part}
          className={styles.wide}
          label={t(`findings.${part}`)}
          description={t(`findings.hints.${part}`)}
          autosize
          minRows={2}
          maxLength={part === 'evidence' ? 8000 : 2000}
          value={words[part]}
          onChange={(event) => set({ [part]: event.currentTarget.value })}
        />
      ))}
      <div className={styles.wide}>
        <Wrong error={error} />
        <Act type="submit" isPrimary isBusy={isBusy}>
          {submit}
        </Act>
      </div>
    </form>
  )
}
