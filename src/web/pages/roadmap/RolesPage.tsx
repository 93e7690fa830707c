import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { DateRows } from './DateRows.tsx'
import { type Draft, draftOf, planOf } from './plan-draft.ts'
import { RaciRows } from './RaciRows.tsx'
import styles from './Roadmap.module.css'
import { RoadmapFrame } from './RoadmapFrame.tsx'
import { RoleRows } from './RoleRows.tsx'
import type { Plan } from './roadmap.ts'
import { Weekdays } from './Weekdays.tsx'

/** What the roadmap is planned with: calendar, roles with their time, agreed dates, own dependencies, RACI. */
export function RolesPage() {
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/roadmap/plan', { params })
  return (
    <RoadmapFrame>
      <Shown query={query}>{(plan) => <PlanForm key={plan.version} plan={plan} />}</Shown>
    </RoadmapFrame>
  )
}

function PlanForm({ plan }: Readonly<{ plan: Plan }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const [draft, setDraft] = useState(() => draftOf(plan))
  const [wrong, setWrong] = useState<string>()
  const write = useChange('PUT /api/organizations/:organization/roadmap/plan')
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const forbidden = whyNot('plan the roadmap')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = planOf(draft)
    setWrong('wrong' in read ? t('roadmap.lineWrong', read.wrong) : undefined)
    if ('wrong' in read) return
    write.mutate(
      { params, body: read.plan, ifMatch: plan.version },
      { onSuccess: () => say(t('roadmap.planSaved')) },
    )
  }
  return (
    <form className={styles.wide} onSubmit={submit}>
      <Section title={t('roadmap.roles')}>
        <RoleRows roles={draft.roles} change={(roles) => change({ roles })} />
      </Section>
      <Section title={t('roadmap.dates')}>
        <DateRows dates={draft.dates} change={(dates) => change({ dates })} />
      </Section>
      <Section title={t('roadmap.begin')}>
        <div className={styles.row}>
          <TextInput
            label={t('roadmap.begin')}
            type="date"
            required
            withAsterisk={false}
            value={draft.startOn}
            onChange={(event) => change({ startOn: event.currentTarget.value })}
          />
          <Weekdays
            label={t('roadmap.weekdays')}
            value={draft.weekdays}
            change={(weekdays) => change({ weekdays })}
          />
        </div>
        <Textarea
          label={t('roadmap.holidays')}
          description={t('roadmap.holidaysHint')}
          autosize
          minRows={2}
          value={draft.holidays}
          onChange={(event) => change({ holidays: event.currentTarget.value })}
        />
      </Section>
      <Section title={t('roadmap.dependencies')}>
        <Textarea
          aria-label={t('roadmap.dependencies')}
          description={t('roadmap.dependenciesHint')}
          placeholder="8.7.2-a → 8.7.2-h SS +5"
          autosize
          minRows={2}
          value={draft.links}
          onChange={(event) => change({ links: event.currentTarget.value })}
        />
      </Section>
      <Section title={t('roadmap.raci')} term="raci" says={t('roadmap.raciHint')}>
        <RaciRows tasks={draft.tasks} change={(tasks) => change({ tasks })} />
      </Section>
      {wrong && (
        <p role="alert" style={{ color: 'var(--tone-major)' }}>
          {wrong}
        </p>
      )}
      <Trouble error={write.error} />
      <div>
        <Act type="submit" isPrimary whyNot={forbidden} isBusy={write.isPending}>
          {t('roadmap.savePlan')}
        </Act>
      </div>
    </form>
  )
}
