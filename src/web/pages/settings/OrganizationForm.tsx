import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageCodes, languages } from '#base/language.ts'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Settings.module.css'

const demands = ['offered', 'demanded'] as const
const currencies = ['EUR', 'CHF', 'GBP', 'USD'] as const

/** Name, dates and ways of writing of the organization. */
export function OrganizationForm() {
  const { t } = useTranslation()
  const { organization, params, whyNot } = useOrganization()
  const say = useToast()
  const old = organization.settings
  const text = (name: string) => (typeof old[name] === 'string' ? old[name] : '')
  const [given, setGiven] = useState({
    name: organization.name,
    locale: text('locale'),
    timezone: text('timezone'),
    currency: text('currency'),
    stage1On: text('stage1On'),
    certificateOn: text('certificateOn'),
  })
  const [secondFactor, setSecondFactor] = useState(text('secondFactor') || 'offered')
  const isOwner = organization.role === 'owner'
  const change = useChange('PATCH /api/organizations/:organization')
  const forbidden = whyNot('manage settings')
  const input = (name: keyof typeof given) => ({
    disabled: forbidden !== undefined,
    value: given[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setGiven((before) => ({ ...before, [name]: value }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, locale, ...rest } = given
    const language = languageCodes.find((code) => code === locale)
    const asked = demands.find((one) => one === secondFactor && one !== text('secondFactor'))
    const settings = {
      ...filled(rest),
      ...(language ? { locale: language } : {}),
      ...(asked && isOwner ? { secondFactor: asked } : {}),
    }
    change.mutate(
      { params, ifMatch: organization.version, body: { name, settings } },
      { onSuccess: () => say(t('ui.saved')) },
    )
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('door.organizationName')}
        required
        withAsterisk={false}
        maxLength={200}
        {...input('name')}
      />
      <TextInput label={t('settings.stage1On')} type="date" {...input('stage1On')} />
      <TextInput label={t('settings.certificateOn')} type="date" {...input('certificateOn')} />
      <NativeSelect
        label={t('settings.locale')}
        data={[
          { value: '', label: t('settings.notSet') },
          ...languageCodes.map((code) => ({ value: code, label: languages[code] })),
        ]}
        {...input('locale')}
      />
      <NativeSelect
        label={t('settings.timezone')}
        data={[{ value: '', label: t('settings.notSet') }, ...Intl.supportedValuesOf('timeZone')]}
        {...input('timezone')}
      />
      <NativeSelect
        label={t('settings.currency')}
        data={[{ value: '', label: t('settings.notSet') }, ...currencies]}
        {...input('currency')}
      />
      <NativeSelect
        label={t('settings.secondFactor')}
        description={t('settings.secondFactorSays')}
        disabled={!isOwner}
        data={demands.map((value) => ({ value, label: t(`settings.secondFactors.${value}`) }))}
        value={secondFactor}
        onChange={(event) => setSecondFactor(event.currentTarget.value)}
      />
      <Trouble error={change.error} />
      <div>
        <Act type="submit" isPrimary whyNot={forbidden} isBusy={change.isPending}>
          {t('ui.save')}
        </Act>
      </div>
    </form>
  )
}

function filled<T extends Record<string, string>>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) as Partial<T>
}
