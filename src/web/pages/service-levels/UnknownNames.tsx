import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Levels.module.css'
import type { Matrix } from './level-view.ts'

/** So many names are offered at once; the others come up as these are settled. */
const shown = 8

/** What tickets name and the register does not know: each is said to be a service, or becomes one. */
export function UnknownNames({ matrix }: Readonly<{ matrix: Matrix }>) {
  const { t } = useTranslation()
  const names = matrix.rows.flatMap(({ service, record }) => (service === '' || record ? [] : [service]))
  if (names.length === 0) return null
  return (
    <Section
      title={t('serviceLevels.unknown')}
      says={t('serviceLevels.unknownSays', { count: names.length })}
    >
      {names.slice(0, shown).map((name) => (
        <Unknown key={name} name={name} />
      ))}
      {names.length > shown && <p>{t('serviceLevels.unknownMore', { count: names.length - shown })}</p>}
    </Section>
  )
}

function Unknown({ name }: Readonly<{ name: string }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const place = { ...params, register: 'services' }
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const { data } = useAsk(
    'GET /api/organizations/:organization/registers/:register/records',
    isOpen ? { params: place, query: { limit: 50, ...(words === '' ? {} : { search: words }) } } : undefined,
  )
  const join = useChange('PATCH /api/organizations/:organization/registers/:register/records/:record')
  const add = useChange('POST /api/organizations/:organization/registers/:register/records')
  const service = data?.items.find(({ id }) => id === chosen)
  const reason = whyNot('write registers')
  const joinIt = () => {
    if (!service) return
    const names = [service.data.tool_names ?? []].flat()
    join.mutate(
      {
        params: { ...place, record: service.id },
        ifMatch: service.version,
        body: { data: { tool_names: [...names, name] } },
      },
      { onSuccess: () => say(t('serviceLevels.unknownJoined', { name, service: service.label })) },
    )
  }
  const addIt = () =>
    add.mutate(
      { params: place, body: { data: { name } } },
      { onSuccess: () => say(t('serviceLevels.unknownAdded', { name })) },
    )
  return (
    <div className={styles.filters}>
      <Select
        label={t('serviceLevels.unknownIs', { name })}
        placeholder={t('serviceLevels.unknownChoose')}
        data={(data?.items ?? []).map(({ id, number, label }) => ({
          value: id,
          label: `${number} ${label}`,
        }))}
        searchable
        clearable
        value={chosen ?? null}
        onChange={(id) => setChosen(id ?? undefined)}
        onSearchChange={(typed) => service === undefined && setWords(typed)}
        onDropdownOpen={() => setOpen(true)}
      />
      <Act
        label={`${t('serviceLevels.unknownJoin')}: ${name}`}
        onClick={joinIt}
        isBusy={join.isPending}
        whyNot={reason ?? (service ? undefined : t('serviceLevels.unknownChoose'))}
      >
        {t('serviceLevels.unknownJoin')}
      </Act>
      <Act
        label={`${t('serviceLevels.unknownAdd')}: ${name}`}
        onClick={addIt}
        isBusy={add.isPending}
        whyNot={reason}
      >
        {t('serviceLevels.unknownAdd')}
      </Act>
      <Trouble error={join.error ?? add.error} />
    </div>
  )
}
