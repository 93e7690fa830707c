import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { BusinessCase } from './business-case.ts'
import styles from './Case.module.css'

type Settings = BusinessCase['settings']
type Draft = Readonly<
  Record<(typeof numbers)[number] | 'currency' | 'ramp' | 'startsOn' | 'distribution', string>
>
const numbers = ['years', 'rate', 'hurdleRate', 'paybackLimit', 'seed', 'correlation'] as const
const required: readonly string[] = ['years', 'rate', 'seed', 'correlation']
const words = { years: 'horizon' } as const

/** How the case is computed: horizon, rates, ramp, seed. */
export function SettingsForm({ businessCase }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const save = useChange('PUT /api/organizations/:organization/case')
  const { settings, version } = businessCase
  const [draft, setDraft] = useState(() => draftOf(settings))
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { params, body: settingsOf(settings, draft), ifMatch: version },
      { onSuccess: () => say(t('ui.saved')) },
    )
  }
  return (
    <Section title={t('businessCase.how')}>
      <form className={styles.form} onSubmit={send}>
        <TextInput
          label={t('businessCase.currency')}
          value={draft.currency}
          maxLength={3}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
        />
        {numbers.map((name) => (
          <NumberInput
            key={name}
            label={t(`businessCase.${name === 'years' ? words.years : name}`)}
            value={draft[name]}
            onChange={(value) => set({ [name]: String(value) })}
            hideControls
            required={required.includes(name)}
            withAsterisk={false}
          />
        ))}
        <TextInput
          label={t('businessCase.ramp')}
          description={t('businessCase.rampHint')}
          value={draft.ramp}
          onChange={(event) => set({ ramp: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('businessCase.startsOn')}
          value={draft.startsOn}
          onChange={(event) => set({ startsOn: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('businessCase.distribution')}
          value={draft.distribution}
          data={['PERT', 'triangular']}
          onChange={(event) => set({ distribution: event.currentTarget.value })}
        />
        <div className={styles.all}>
          <p className="second">{t('businessCase.seedHint')}</p>
          <Wrong error={save.error} />
          <Act type="submit" isBusy={save.isPending} whyNot={whyNot('write the business case')}>
            {t('businessCase.save')}
          </Act>
        </div>
      </form>
    </Section>
  )
}

function draftOf(settings: Settings): Draft {
  const percent = (share: number | undefined) =>
    share === undefined ? '' : String(Number((share * 100).toFixed(4)))
  return {
    currency: settings.currency,
    years: String(settings.years),
    rate: percent(settings.discountRate),
    hurdleRate: percent(settings.hurdleRate),
    paybackLimit: settings.paybackLimitYears === undefined ? '' : String(settings.paybackLimitYears),
    seed: String(settings.seed),
    correlation: String(settings.correlation),
    ramp: settings.ramp.map(percent).join(' '),
    startsOn: settings.startsOn ?? '',
    distribution: settings.distribution,
  }
}

function settingsOf({ trials }: Settings, draft: Draft): Settings {
  return {
    trials,
    currency: draft.currency,
    years: Number(draft.years),
    discountRate: Number(draft.rate) / 100,
    seed: Number(draft.seed),
    correlation: Number(draft.correlation),
    ramp: draft.ramp
      .trim()
      .split(/\s+/)
      .map((word) => Number(word.replace(',', '.')) / 100),
    distribution: draft.distribution === 'triangular' ? 'triangular' : 'PERT',
    ...(draft.hurdleRate === '' ? {} : { hurdleRate: Number(draft.hurdleRate) / 100 }),
    ...(draft.paybackLimit === '' ? {} : { paybackLimitYears: Number(draft.paybackLimit) }),
    ...(draft.startsOn === '' ? {} : { startsOn: draft.startsOn }),
  }
}
