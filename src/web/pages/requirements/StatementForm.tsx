import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Requirements.module.css'
import type { Requirement } from './requirement.ts'

const practices = ['none', 'ad hoc', 'documented', 'practised', 'practised and reviewed'] as const

/** What a person says is done today. Earlier statements stay in the history. */
export function StatementForm({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const now = requirement.currentStatement
  const [practice, setPractice] = useState<(typeof practices)[number] | undefined>(now.practice)
  const [comment, setComment] = useState(now.comment ?? '')
  const [records, setRecords] = useState(now.records ?? '')
  const [document, setDocument] = useState(now.document ?? { exists: false })
  const write = useChange('PUT /api/organizations/:organization/requirements/:requirement/statement')
  const forbidden = whyNot('answer assigned requirements')
  const isOff = forbidden !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...(practice ? { practice } : {}),
      ...(comment ? { comment } : {}),
      ...(records ? { records } : {}),
      document,
      ...(now.applies === undefined ? {} : { applies: now.applies }),
      ...(now.exercised === undefined ? {} : { exercised: now.exercised }),
      ...(now.since === undefined ? {} : { since: now.since }),
    }
    write.mutate(
      { params: { ...params, requirement: requirement.requirement }, ifMatch: now.version, body },
      { onSuccess: () => say(t('requirements.stated')) },
    )
  }

  return (
    <>
      {now.who && (
        <p className="second">
          {t('requirements.statedBy', { name: now.who, on: now.on ? format.day(now.on) : '' })}
        </p>
      )}
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          label={t('requirements.practice')}
          disabled={isOff}
          data={[
            { value: '', label: '' },
            ...practices.map((value) => ({ value, label: t(`requirements.practices.${value}`) })),
          ]}
          value={practice ?? ''}
          onChange={(event) => setPractice(practices.find((one) => one === event.currentTarget.value))}
        />
        <Checkbox
          label={t('requirements.documentExists')}
          disabled={isOff}
          checked={document.exists}
          onChange={(event) => setDocument({ ...document, exists: event.currentTarget.checked })}
        />
        {document.exists && (
          <>
            <Checkbox
              label={t('requirements.documentApproved')}
              disabled={isOff}
              checked={document.approved ?? false}
              onChange={(event) => setDocument({ ...document, approved: event.currentTarget.checked })}
            />
            <TextInput
              label={t('requirements.documentWhere')}
              disabled={isOff}
              value={document.reference ?? ''}
              onChange={(event) => {
                const { reference: _, ...rest } = document
                const { value } = event.currentTarget
                setDocument(value ? { ...rest, reference: value } : rest)
              }}
            />
          </>
        )}
        <TextInput
          label={t('requirements.recordsSeen')}
          disabled={isOff}
          value={records}
          onChange={(event) => setRecords(event.currentTarget.value)}
        />
        <Textarea
          label={t('requirements.comment')}
          disabled={isOff}
          autosize
          minRows={3}
          maxLength={8000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Trouble error={write.error} />
        <div>
          <Act type="submit" whyNot={forbidden} isBusy={write.isPending}>
            {t('requirements.state')}
          </Act>
        </div>
      </form>
    </>
  )
}
