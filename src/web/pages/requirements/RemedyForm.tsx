import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Requirements.module.css'

type View = Answered<'GET /api/organizations/:organization/requirements/:requirement/remedy'>
type Remedy = NonNullable<View['remedy']>

/** What is proposed against the gap of the requirement, and the decision about it. Nothing is shown to whoever may not read the roadmap. */
export function RemedyPart({ requirement }: Readonly<{ requirement: string }>) {
  const { organization } = useOrganization()
  return organization.permissions.includes('read the roadmap') ? <Part requirement={requirement} /> : null
}

function Part({ requirement }: Readonly<{ requirement: string }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/requirements/:requirement/remedy', {
    params: { ...params, requirement },
  })
  return (
    <Section title={t('roadmap.remedy')}>
      <Shown query={query}>
        {({ remedy, version }) =>
          remedy ? <RemedyForm key={version} remedy={remedy} /> : <p>{t('roadmap.noGap')}</p>
        }
      </Shown>
    </Section>
  )
}

function RemedyForm({ remedy }: Readonly<{ remedy: Remedy }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const [reason, setReason] = useState(remedy.reason)
  const [role, setRole] = useState(remedy.role)
  const [effort, setEffort] = useState(remedy.effort)
  const decide = useChange('PUT /api/organizations/:organization/requirements/:requirement/remedy')
  const forbidden = whyNot('decide on remedies')
  const send = (state: Remedy['state']) =>
    decide.mutate(
      {
        params: { ...params, requirement: remedy.requirement },
        ifMatch: remedy.version,
        body: {
          state,
          reason,
          ...(role.trim() === remedy.proposed.role ? {} : { role: role.trim() }),
          ...(isSame(effort, remedy.proposed.effort) ? {} : { effort }),
        },
      },
      { onSuccess: () => say(t('roadmap.decided', { count: 1 })) },
    )
  const needsReason = forbidden ?? (reason.trim() === '' ? t('roadmap.whyHint') : undefined)
  return (
    <div className={styles.form}>
      <p lang="en">{remedy.activity}</p>
      <Standing remedy={remedy} />
      <TextInput
        label={t('roadmap.role')}
        value={role}
        maxLength={100}
        disabled={forbidden !== undefined}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <Efforts effort={effort} isDisabled={forbidden !== undefined} change={setEffort} />
      <Textarea
        label={t('roadmap.why')}
        description={t('roadmap.whyHint')}
        autosize
        minRows={1}
        maxLength={2000}
        disabled={forbidden !== undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Trouble error={decide.error} />
      <div className={styles.buttons}>
        <Act size="xs" whyNot={forbidden} isBusy={decide.isPending} onClick={() => send('accepted')}>
          {t('roadmap.accept')}
        </Act>
        <Act size="xs" whyNot={needsReason} isBusy={decide.isPending} onClick={() => send('deferred')}>
          {t('roadmap.defer')}
        </Act>
        <Act size="xs" whyNot={needsReason} isBusy={decide.isPending} onClick={() => send('declined')}>
          {t('roadmap.decline')}
        </Act>
        {remedy.state !== 'proposed' && (
          <Act size="xs" whyNot={forbidden} isBusy={decide.isPending} onClick={() => send('proposed')}>
            {t('roadmap.reopen')}
          </Act>
        )}
      </div>
    </div>
  )
}

function Standing({ remedy }: Readonly<{ remedy: Remedy }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, decidedBy, decidedAt, start, finish } = remedy
  return (
    <p>
      {t('roadmap.state')}: <strong>{t(`roadmap.states.${state}`)}</strong>.{' '}
      {decidedBy && decidedAt && t('roadmap.decidedBy', { name: decidedBy, at: format.instant(decidedAt) })}{' '}
      {start && finish && t('roadmap.plannedFor', { start: format.day(start), finish: format.day(finish) })}
    </p>
  )
}

type EffortsProps = Readonly<{
  effort: Remedy['effort']
  isDisabled: boolean
  change: (effort: Remedy['effort']) => void
}>

const parts = ['low', 'likely', 'high'] as const

function Efforts({ effort, isDisabled, change }: EffortsProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.efforts}>
      <legend>{t('roadmap.effortDays')}</legend>
      {parts.map((part) => (
        <NumberInput
          key={part}
          aria-label={`${t('roadmap.effortDays')}: ${part}`}
          min={0.01}
          max={9999}
          hideControls
          decimalScale={2}
          disabled={isDisabled}
          value={effort[part]}
          onChange={(value) => change({ ...effort, [part]: Number(value) })}
        />
      ))}
    </fieldset>
  )
}

function isSame(one: Remedy['effort'], other: Remedy['effort']): boolean {
  return parts.every((part) => one[part] === other[part])
}
