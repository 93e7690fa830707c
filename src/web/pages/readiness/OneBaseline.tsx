import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Baselines.module.css'

export type Baseline = Answered<'GET /api/organizations/:organization/baselines'>['items'][number]

/** One baseline: what it is about, where it stands; it can be changed, closed, and opened again. */
export function OneBaseline({ baseline }: Readonly<{ baseline: Baseline }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to, whyNot } = useOrganization()
  const say = useToast()
  const [isEditing, setEditing] = useState(false)
  const change = useChange('PATCH /api/organizations/:organization/baselines/:baseline')
  const { id, name, kind, scope, assessedOn, state, startedBy, startedAt, closedAt, version } = baseline
  const place = { ...params, baseline: id }
  const reason = whyNot('manage baselines')
  const turn = (next: 'open' | 'closed') => change.mutateAsync({ params: place, body: { state: next } })
  const close = () =>
    change.mutate(
      { params: place, ifMatch: version, body: { state: 'closed' } },
      { onSuccess: () => say(t('baselines.wasClosed', { name }), () => turn('open')) },
    )
  const reopen = () => change.mutate({ params: place, ifMatch: version, body: { state: 'open' } })

  return (
    <div className={styles.one}>
      <Verdict tone={state === 'open' ? 'opportunity' : 'not_assessed'}>
        {t(`baselines.states.${state}`)}
      </Verdict>
      <Facts
        facts={[
          { name: t('baselines.kind'), value: t(`baselines.kindSays.${kind}`) },
          { name: t('baselines.scope'), value: scope || '–' },
          { name: t('baselines.assessedOn'), value: format.day(assessedOn) },
          {
            name: t('baselines.started'),
            value: t('baselines.by', { name: startedBy, at: format.instant(startedAt) }),
          },
          ...(closedAt ? [{ name: t('baselines.closed'), value: format.instant(closedAt) }] : []),
        ]}
      />
      <div className={styles.acts}>
        <To href={to.requirements({ baseline: id })}>{t('shell.requirements')}</To>
        <To href={`${to.readiness}?baseline=${id}`}>{t('shell.readiness')}</To>
        <Act
          size="xs"
          whyNot={reason}
          label={`${t('ui.edit')}: ${name}`}
          onClick={() => setEditing((was) => !was)}
        >
          {t('ui.edit')}
        </Act>
        {state === 'open' ? (
          <Act
            size="xs"
            whyNot={reason}
            isBusy={change.isPending}
            label={`${t('baselines.close')}: ${name}`}
            onClick={close}
          >
            {t('baselines.close')}
          </Act>
        ) : (
          <Act
            size="xs"
            whyNot={reason}
            isBusy={change.isPending}
            label={`${t('baselines.reopen')}: ${name}`}
            onClick={reopen}
          >
            {t('baselines.reopen')}
          </Act>
        )}
      </div>
      <Wrong error={change.error} />
      {isEditing && <Edit baseline={baseline} done={() => setEditing(false)} />}
    </div>
  )
}

function Edit({ baseline, done }: Readonly<{ baseline: Baseline; done: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [name, setName] = useState(baseline.name)
  const [scope, setScope] = useState(baseline.scope)
  const [assessedOn, setAssessedOn] = useState(baseline.assessedOn)
  const change = useChange('PATCH /api/organizations/:organization/baselines/:baseline')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      {
        params: { ...params, baseline: baseline.id },
        ifMatch: baseline.version,
        body: { name, scope, assessedOn },
      },
      { onSuccess: done },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('baselines.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('baselines.scope')}
        autosize
        minRows={2}
        maxLength={4000}
        value={scope}
        onChange={(event) => setScope(event.currentTarget.value)}
      />
      <TextInput
        label={t('baselines.assessedOn')}
        type="date"
        required
        value={assessedOn}
        onChange={(event) => setAssessedOn(event.currentTarget.value)}
      />
      <Wrong error={change.error} />
      <div className={styles.acts}>
        <Act type="submit" size="xs" isBusy={change.isPending}>
          {t('ui.save')}
        </Act>
        <Act size="xs" onClick={done}>
          {t('ui.cancel')}
        </Act>
      </div>
    </form>
  )
}
