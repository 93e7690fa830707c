import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'

const cadences = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
const directions = ['up', 'down', 'neutral', 'to zero'] as const

/** Who owns a KPI, how often it is looked at, which way is good, and whether it is watched. */
export function Ownership({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const change = useChange('PUT /api/organizations/:organization/monitoring/:kpi')
  const [owner, setOwner] = useState(kpi.owner)
  const [cadence, setCadence] = useState<(typeof cadences)[number]>(kpi.cadence)
  const [direction, setDirection] = useState<(typeof directions)[number]>(kpi.direction)
  const keep = (isEnded: boolean) =>
    change.mutate(
      {
        params: { ...params, kpi: kpi.kpi },
        ifMatch: kpi.version,
        body: { owner, cadence, direction, isEnded },
      },
      { onSuccess: () => say(t('monitoring.changed')) },
    )
  const may = whyNot('write registers')
  return (
    <Section title={t('monitoring.ownership')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          keep(kpi.isEnded)
        }}
      >
        <div className={styles.row}>
          <TextInput
            label={t('monitoring.owner')}
            maxLength={200}
            value={owner}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('monitoring.cadence')}
            value={cadence}
            onChange={({ currentTarget: { value } }) =>
              setCadence(cadences.find((one) => one === value) ?? 'monthly')
            }
            data={cadences.map((value) => ({ value, label: t(`monitoring.cadences.${value}`) }))}
          />
          <NativeSelect
            label={t('monitoring.direction')}
            value={direction}
            onChange={({ currentTarget: { value } }) =>
              setDirection(directions.find((one) => one === value) ?? 'neutral')
            }
            data={directions.map((value) => ({ value, label: t(`evidence.directions.${value}`) }))}
          />
        </div>
        <Trouble error={change.error} />
        <div className={styles.top}>
          <Act type="submit" isBusy={change.isPending} whyNot={may}>
            {t('monitoring.keepChange')}
          </Act>
          <Act onClick={() => keep(!kpi.isEnded)} whyNot={may}>
            {t(kpi.isEnded ? 'monitoring.watchAgain' : 'monitoring.end')}
          </Act>
        </div>
      </form>
    </Section>
  )
}
